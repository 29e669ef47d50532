import { useSyncExternalStore } from 'react';

/** A file that has been taken in and waits for its message. */
export interface DraftFile {
  readonly attachmentId: string;
  readonly piiName: string;
  readonly sizeBytes: number;
}

/** What somebody is writing. */
export interface Draft {
  readonly text: string;
  readonly isNote: boolean;
  readonly files: readonly DraftFile[];
}

const EMPTY: Draft = { text: '', isNote: false, files: [] };
const listeners = new Set<() => void>();
const backListeners = new Set<(interactionId: string) => void>();
/** As they were read last, so that what is the same stays the same object. */
const read = new Map<string, { readonly kept: string | null; readonly draft: Draft }>();

/** What is being written about an interaction; it stays in this browser until it has been sent. */
export function useDraft(interactionId: string): readonly [Draft, (next: Partial<Draft>) => void] {
  const draft = useSyncExternalStore(subscribe, () => readDraft(interactionId));
  // Read anew: a file may have been taken in since this was drawn.
  return [draft, (next) => keepDraft(interactionId, { ...readDraft(interactionId), ...next })];
}

export function readDraft(interactionId: string): Draft {
  const kept = localStorage.getItem(keyOf(interactionId));
  const before = read.get(interactionId);
  if (before !== undefined && before.kept === kept) return before.draft;
  const draft = parsed(kept);
  read.set(interactionId, { kept, draft });
  return draft;
}

function parsed(kept: string | null): Draft {
  try {
    return kept === null ? EMPTY : { ...EMPTY, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    // What cannot be read was not written here.
    return EMPTY;
  }
}

/** Gives something back to be written on, as when sending it was undone. */
export function giveBack(interactionId: string, draft: Draft): void {
  const now = readDraft(interactionId);
  keepDraft(interactionId, {
    text: [draft.text, now.text].filter((text) => text !== '').join('\n'),
    isNote: draft.isNote,
    files: [...draft.files, ...now.files],
  });
  for (const listener of backListeners) listener(interactionId);
}

/** Calls `listener` when a draft was given back; returns how to stop that. */
export function onGivenBack(listener: (interactionId: string) => void): () => void {
  backListeners.add(listener);
  return () => backListeners.delete(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keepDraft(interactionId: string, draft: Draft): void {
  const isEmpty = draft.text === '' && draft.files.length === 0 && !draft.isNote;
  if (isEmpty) localStorage.removeItem(keyOf(interactionId));
  else localStorage.setItem(keyOf(interactionId), JSON.stringify(draft));
  for (const listener of listeners) listener();
}

function keyOf(interactionId: string): string {
  return `rapport-draft ${interactionId}`;
}
