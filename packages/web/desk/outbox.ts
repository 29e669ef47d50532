import { mintKey } from '@rapport/protocol';
import { useSyncExternalStore } from 'react';
import { answered, api, Refused } from '../session/api.ts';
import type { DraftFile } from './drafts.ts';
import { giveBack } from './drafts.ts';

/**
 * What was said here and is not at the server yet.
 *
 * waiting → (sent) when its time has come; waiting → (taken back);
 * waiting → waiting again where the server cannot be reached; waiting → refused → (taken back).
 */
export interface Outgoing {
  /** Also its Idempotency-Key, so that it is said once, whatever breaks. */
  readonly id: string;
  readonly agentId: string;
  readonly interactionId: string;
  readonly text: string;
  readonly isNote: boolean;
  readonly files: readonly DraftFile[];
  readonly at: number;
  readonly sendAt: number;
  readonly state: 'waiting' | 'sending' | 'unreachable' | 'refused';
  readonly why?: string;
}

/** So long a message can be taken back. */
export const UNDO_MS = 6_000;
const AGAIN_MS = 5_000;
const KEPT_AS = 'rapport-outbox';

let outbox: readonly Outgoing[] = readOutbox();
let timer: ReturnType<typeof setTimeout> | undefined;
let owner: string | undefined;
const listeners = new Set<() => void>();

/** All that is still to be sent. */
export function useOutbox(): readonly Outgoing[] {
  return useSyncExternalStore(subscribe, () => outbox);
}

/** Sends what this agent left here, also before the last reload. */
export function openOutbox(agentId: string): void {
  owner = agentId;
  schedule();
}

/** Says something in a moment; private notes, which nobody outside sees, at once. */
export function sendSoon(message: Omit<Outgoing, 'id' | 'at' | 'sendAt' | 'state'>): void {
  const at = Date.now();
  const sendAt = message.isNote ? at : at + UNDO_MS;
  become([...outbox, { ...message, id: mintKey(), at, sendAt, state: 'waiting' }]);
}

export function sendNow(id: string): void {
  become(outbox.map((each) => (each.id === id ? { ...each, sendAt: Date.now() } : each)));
}

/** Takes a message back into its draft; false when it is too late. */
export function takeBack(id: string): boolean {
  const message = outbox.find((each) => each.id === id);
  if (message === undefined || message.state === 'sending') return false;
  become(outbox.filter((each) => each !== message));
  giveBack(message.interactionId, message);
  return true;
}

/** Takes back what was said last; false when there is nothing left to take back. */
export function takeBackLast(): boolean {
  const last = outbox.findLast(({ agentId, state }) => agentId === owner && state === 'waiting');
  return last !== undefined && takeBack(last.id);
}

function schedule(): void {
  clearTimeout(timer);
  const next = outbox.filter(({ agentId, state }) => agentId === owner && isDue(state));
  if (next.length === 0) return;
  const sendAt = Math.min(...next.map((each) => each.sendAt));
  timer = setTimeout(sendDue, Math.max(0, sendAt - Date.now()));
}

function isDue(state: Outgoing['state']): boolean {
  return state === 'waiting' || state === 'unreachable';
}

function sendDue(): void {
  const now = Date.now();
  // One at a time in each conversation, so that what was said first is there first.
  const busy = new Set(outbox.filter(({ state }) => state === 'sending').map(interactionOf));
  const due: Outgoing[] = [];
  for (const each of outbox) {
    if (each.agentId !== owner || busy.has(each.interactionId)) continue;
    busy.add(each.interactionId);
    if (isDue(each.state) && each.sendAt <= now) due.push(each);
  }
  if (due.length === 0) {
    // What is due waits for what goes before it.
    timer = setTimeout(sendDue, 250);
    return;
  }
  become(outbox.map((each) => (due.includes(each) ? { ...each, state: 'sending' } : each)));
  for (const each of due) void send(each);
}

function interactionOf({ interactionId }: Outgoing): string {
  return interactionId;
}

async function send(message: Outgoing): Promise<void> {
  const { id, interactionId, text, isNote, files } = message;
  const attachments = files.map(({ attachmentId, piiName }) => ({ attachmentId, piiName }));
  try {
    await answered(
      api.POST('/api/v1/interactions/{interactionId}/messages', {
        params: { path: { interactionId }, header: { 'Idempotency-Key': id } },
        body: { piiText: text, isNote, ...(attachments.length > 0 && { attachments }) },
      }),
    );
    become(outbox.filter((each) => each.id !== id));
  } catch (error) {
    const failed: Partial<Outgoing> =
      error instanceof Refused
        ? { state: 'refused', why: error.message }
        : { state: 'unreachable', sendAt: Date.now() + AGAIN_MS };
    become(outbox.map((each) => (each.id === id ? { ...each, ...failed } : each)));
  }
}

function become(next: readonly Outgoing[]): void {
  outbox = next;
  // What is being sent is sent again after a reload: its key says that it is the same.
  if (next.length === 0) localStorage.removeItem(KEPT_AS);
  else localStorage.setItem(KEPT_AS, JSON.stringify(next));
  schedule();
  for (const listener of listeners) listener();
}

function readOutbox(): readonly Outgoing[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]') as readonly Outgoing[];
    return kept.map((each) => (each.state === 'sending' ? { ...each, state: 'waiting' } : each));
  } catch {
    // What cannot be read was not written here.
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
