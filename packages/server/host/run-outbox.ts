import type { Kysely } from 'kysely';
import { type OwedCommand, owedCommand, owedCommands, settleCommand } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import type { Host, Outcome } from './host.ts';
import { repeat, type Repeating } from './repeat.ts';

const PAGE_COMMANDS = 100;

/** Whose outbox it is, and the desk that is owed. */
export interface OutboxRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
}

/**
 * Gives the desk what ordinary tables owe it, in order, each once: a command given before a crash and
 * not settled is given again under its id, and answers as it did. One that no retry mends is settled
 * with its fault, and holds nobody up.
 */
export function runOutbox(
  rooms: OutboxRooms & { readonly notice: (message: string) => void },
): Repeating {
  return repeat('outbox', rooms.notice, () => settleAll(rooms));
}

/** Gives the desk one command that it is owed, at once; whoever else does so gets the same answer. */
export async function settleOwed(rooms: OutboxRooms, id: string): Promise<Outcome> {
  const owed = await owedCommand(rooms.db, rooms.centre, id);
  if (owed === undefined) throw new Error(`the desk is owed no command ${id}`);
  return await settle(rooms, owed);
}

async function settleAll(rooms: OutboxRooms): Promise<void> {
  for (;;) {
    const owed = await owedCommands(rooms.db, rooms.centre, PAGE_COMMANDS);
    for (const command of owed) {
      try {
        await settle(rooms, command);
      } catch (error) {
        if (!isFinal(error)) throw error;
      }
    }
    if (owed.length < PAGE_COMMANDS) return;
  }
}

async function settle(
  { db, centre, host }: OutboxRooms,
  { id, actor, command }: OwedCommand,
): Promise<Outcome> {
  try {
    const outcome = await host.execute(command, { commandId: id, actor, cause: 'outbox' });
    const position = outcome.ok ? outcome.position : null;
    const refusal = outcome.ok ? null : outcome.refusal.code;
    await settleCommand(db, centre, { id, position, refusal });
    return outcome;
  } catch (error) {
    if (isFinal(error)) {
      await settleCommand(db, centre, { id, position: null, refusal: error.code });
    }
    throw error;
  }
}

/** Whether no retry would mend it. */
function isFinal(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error && 'retryable' in error && error.retryable === false && 'code' in error
  );
}
