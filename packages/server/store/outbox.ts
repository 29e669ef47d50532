import type { Command } from '@rapport/core';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A command that an ordinary table owes the desk. */
export interface OwedCommand {
  /** Also the command's id, so that it is decided once however often it is tried. */
  readonly id: string;
  readonly actor: string;
  readonly command: Command;
}

/** Writes a command down in the transaction that makes it necessary. */
export async function oweCommand(
  trx: Transaction<Tables>,
  centre: string,
  { id, actor, command }: OwedCommand,
): Promise<void> {
  const row = { centre, id, actor, command: JSON.stringify(command) };
  await trx.insertInto('outbox').values(row).execute();
}

/** The oldest commands that the desk has not been given yet, in the order they were written down. */
export async function owedCommands(
  db: Kysely<Tables>,
  centre: string,
  limit: number,
): Promise<readonly OwedCommand[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'actor', 'command'])
    .where('centre', '=', centre)
    .where('done_at', 'is', null)
    .orderBy('ordinal')
    .limit(limit)
    .execute();
  return rows.map(({ id, actor, command }) => ({
    id,
    actor,
    command: JSON.parse(command) as Command,
  }));
}

/** A command that was written down, settled or not; undefined when there is none of this id. */
export async function owedCommand(
  db: Kysely<Tables>,
  centre: string,
  id: string,
): Promise<OwedCommand | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['actor', 'command'])
    .where('centre', '=', centre)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id, actor: row.actor, command: JSON.parse(row.command) as Command };
}

/** Notes what the desk said: the position that took the command, or the code of its refusal. */
export async function settleCommand(
  db: Kysely<Tables>,
  centre: string,
  { id, ...outcome }: { id: string; position: number | null; refusal: string | null },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ ...outcome, done_at: new Date() })
    .where('centre', '=', centre)
    .where('id', '=', id)
    .execute();
}
