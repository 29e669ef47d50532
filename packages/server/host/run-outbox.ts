import type { Kysely } from 'kysely';
import { owedCommands, settleCommand } from '../store/outbox.ts';
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
      const outcome = await host.execute(command, { commandId: id, actor, cause: 'outbox' });
      const position = outcome.ok ? outcome.position : null;
      const refusal = outcome.ok ? null : outcome.refusal.code;
      await settleCommand(db, centre, { id, position, refusal });
    }
    if (owed.length < PAGE_COMMANDS) return;
  }
}
