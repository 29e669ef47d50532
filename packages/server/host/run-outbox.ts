import type { Kysely } from 'kysely';
import {
  forgetSettled,
  type OwedCommand,
  owedCommand,
  owedCommands,
  type SettledCommand,
  settleCommands,
} from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import type { Outcome } from './envelope.ts';
import type { Host } from './host.ts';
import { repeat, type Repeating } from './repeat.ts';

/** Few enough that deciding them, and the rest of a parcel, keeps others waiting for milliseconds only. */
const PAGE_COMMANDS = 500;
/** How often it is looked for commands that were settled long ago, and how many go at a time. */
const FORGET_EVERY_MS = 3_600_000;
const FORGOTTEN_AT_ONCE = 5_000;

/** Whose outbox it is, and the desk that is owed. */
export interface OutboxRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
}

/**
 * Gives the desk what ordinary tables owe it, in order, each once: a command given before a crash and
 * not settled is given again under its id, and answers as it did. One that no retry mends is settled
 * with its fault, and holds nobody up. What was settled long ago is forgotten.
 */
export function runOutbox(
  rooms: OutboxRooms & { readonly notice: (message: string) => void },
): Repeating {
  let forgetAt = 0;
  return repeat('outbox', rooms.notice, async () => {
    await settleAll(rooms);
    const now = Date.now();
    if (now < forgetAt) return;
    const asked = { now, limit: FORGOTTEN_AT_ONCE };
    const count = await forgetSettled(rooms.db, rooms.centre, asked);
    // One step a second while there is more, so that nobody waits for it.
    forgetAt = now + (count < FORGOTTEN_AT_ONCE ? FORGET_EVERY_MS : 1_000);
  });
}

/** Gives the desk one command that it is owed, at once; whoever else does so gets the same answer. */
export async function settleOwed(rooms: OutboxRooms, id: string): Promise<Outcome> {
  const owed = await owedCommand(rooms.db, rooms.centre, id);
  if (owed === undefined) throw new Error(`the desk is owed no command ${id}`);
  const [result] = await settle(rooms, [owed]);
  if (result === undefined) throw new Error('a command was given and nothing came of it');
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

async function settleAll(rooms: OutboxRooms): Promise<void> {
  for (;;) {
    const owed = await owedCommands(rooms.db, rooms.centre, PAGE_COMMANDS);
    const results = await settle(rooms, owed);
    for (const result of results) {
      if (result.status === 'rejected' && !isFinal(result.reason)) throw result.reason;
    }
    if (owed.length < PAGE_COMMANDS) return;
  }
}

/** Gives the desk a page of commands in their order, and notes in one step what it said. */
async function settle(
  { db, centre, host }: OutboxRooms,
  owed: readonly OwedCommand[],
): Promise<readonly PromiseSettledResult<Outcome>[]> {
  if (owed.length === 0) return [];
  const results = await host.executeInOrder(
    owed.map(({ id, actor, command }) => ({
      command,
      envelope: { commandId: id, actor, cause: 'outbox' },
    })),
  );
  const settled = owed.flatMap((each, index) => settledOf(each, results[index]) ?? []);
  if (settled.length > 0) await settleCommands(db, centre, settled);
  return results;
}

/** What is to be noted of a command; undefined where it is to be given again. */
function settledOf(
  owed: OwedCommand,
  result: PromiseSettledResult<Outcome> | undefined,
): SettledCommand | undefined {
  if (result?.status === 'fulfilled') {
    const outcome = result.value;
    return outcome.ok
      ? { ...owed, position: outcome.position, refusal: null }
      : { ...owed, position: null, refusal: outcome.refusal.code };
  }
  const reason: unknown = result?.reason;
  return isFinal(reason) ? { ...owed, position: null, refusal: reason.code } : undefined;
}

/** Whether no retry would mend it. */
function isFinal(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error && 'retryable' in error && error.retryable === false && 'code' in error
  );
}
