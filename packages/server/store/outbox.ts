import type { Command } from '@rapport/core';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A command that an ordinary table owes the desk. */
export interface OwedCommand {
  /** Also the command's id, so that it is decided once however often it is tried. */
  readonly id: string;
  readonly actor: string;
  readonly command: Command;
}

/** What the desk said to a command: the position that took it, or the code of its refusal. */
export interface SettledCommand extends Omit<OwedCommand, 'actor'> {
  readonly position: number | null;
  readonly refusal: string | null;
}

/** Writes commands down, in their order, in the transaction that makes them necessary. */
export async function oweCommands(
  trx: Transaction<Tables>,
  centre: string,
  owed: readonly OwedCommand[],
): Promise<void> {
  // `unnest` keeps the order, and rows are numbered as they go in.
  await sql`
    insert into outbox (centre, id, actor, command)
    select ${centre}, given.* from unnest(
      ${owed.map(({ id }) => id)}::text[],
      ${owed.map(({ actor }) => actor)}::text[],
      ${owed.map(({ command }) => JSON.stringify(command))}::text[]
    ) as given`.execute(trx);
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

/** Notes what the desk said; with it, profiles and audit trail say which agents it let go. */
export async function settleCommands(
  db: Kysely<Tables>,
  centre: string,
  settled: readonly SettledCommand[],
): Promise<void> {
  await sql`
    with settled as (
      update outbox o
      set done_at = now(), position = given.position, refusal = given.refusal
      from unnest(
        ${settled.map(({ id }) => id)}::text[],
        ${settled.map(({ position }) => position)}::bigint[],
        ${settled.map(({ refusal }) => refusal)}::text[],
        ${settled.map(retiredBy)}::text[]
      ) as given (id, position, refusal, retired_id)
      where o.centre = ${centre} and o.id = given.id
      returning o.actor, given.retired_id
    ),
    retired as (
      select actor, retired_id as agent_id from settled where retired_id is not null
    ),
    marked as (
      update agent_profile p set retired_at = now()
      from retired where p.centre = ${centre} and p.agent_id = retired.agent_id
    )
    insert into audit_trail (centre, actor, action, subject)
    select ${centre}, actor, 'retire-agent', agent_id from retired
  `.execute(db);
}

/** Who has left the desk by it. */
function retiredBy({ command, position }: SettledCommand): string | null {
  return position !== null && command.type === 'retire-agent' ? command.agentId : null;
}
