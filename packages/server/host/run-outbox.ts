import type { Kysely } from 'kysely';
import { type OwedCommand, owedCommands, settleCommand } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import type { Host } from './host.ts';
import { repeat, type Repeating } from './repeat.ts';

const PAGE_COMMANDS = 100;

/**
 * Gives the desk what ordinary tables owe it, in order, each once: a command given before a crash and
 * not settled is given again under its id, and answers as it did.
 */
export function runOutbox(dependencies: {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
  readonly notice: (message: string) => void;
}): Repeating {
  return repeat('outbox', dependencies.notice, () => settleAll(dependencies));
}

async function settleAll({
  db,
  centre,
  host,
}: {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
}): Promise<void> {
  for (;;) {
    const owed = await owedCommands(db, centre, PAGE_COMMANDS);
    for (const { id, actor, command } of owed) {
      await settleCommand(db, centre, {
        id,
        ...(await settlementOf(host, { id, actor, command })),
      });
    }
    if (owed.length < PAGE_COMMANDS) return;
  }
}

/** What came of a command: the position that took it, or the code of what no retry would mend. */
async function settlementOf(
  host: Host,
  { id, actor, command }: OwedCommand,
): Promise<{ readonly position: number | null; readonly refusal: string | null }> {
  try {
    const outcome = await host.execute(command, { commandId: id, actor, cause: 'outbox' });
    return outcome.ok
      ? { position: outcome.position, refusal: null }
      : { position: null, refusal: outcome.refusal.code };
  } catch (error) {
    const fault = error as { readonly code?: string; readonly retryable?: boolean };
    if (fault.retryable !== false) throw error;
    return { position: null, refusal: fault.code ?? 'unknown' };
  }
}
