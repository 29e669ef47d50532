import type { Command } from '@rapport/core';
import { type Kysely, sql, type Transaction } from 'kysely';
import { textArray } from './joined-texts.ts';
import type { Tables } from './tables.ts';

/** A command that an ordinary table owes the desk. */
export interface OwedCommand {
  /** Also the command's id, so that it is decided once however often it is tried. */
  readonly id: string;
  readonly actor: string;
  readonly command: Command;
  /** Tells requests apart that give the desk the same command. */
  readonly requestHash?: string;
  /** The row that it shares with others, if it does. */
  readonly parcel?: Parcel;
}

/** A row that owes several commands. */
export interface Parcel {
  readonly id: string;
  readonly commandCount: number;
}

/** What the desk said to a command: the position that took it, or the code of its refusal. */
export interface SettledCommand extends OwedCommand {
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
    insert into outbox (centre, id, actor, command, pii_request_hash)
    select ${centre}, given.* from unnest(
      ${textArray(owed.map(({ id }) => id))},
      ${textArray(owed.map(({ actor }) => actor))},
      ${textArray(owed.map(({ command }) => JSON.stringify(command)))},
      ${textArray(owed.map(({ requestHash }) => requestHash ?? null))}
    ) as given`.execute(trx);
}

/** Few enough that giving them to the desk keeps others waiting for milliseconds only. */
const PARCEL_COMMANDS_MAX = 500;

/** One of the commands of a parcel, as its row has them. */
type ParcelPart = Pick<OwedCommand, 'id' | 'command'>;

/**
 * Writes commands of one actor down as `oweCommands` does, hundreds to a row: rows of their own take
 * a fifth of the database's time in an import. The ids of the rows begin with `id`, and are not those of commands.
 */
export async function oweParcels(
  trx: Transaction<Tables>,
  { centre, id, actor }: { readonly centre: string; readonly id: string; readonly actor: string },
  parts: readonly ParcelPart[],
): Promise<void> {
  const rows = [];
  for (let from = 0; from < parts.length; from += PARCEL_COMMANDS_MAX) {
    const parcel = parts.slice(from, from + PARCEL_COMMANDS_MAX);
    const command = JSON.stringify(parcel);
    rows.push({ centre, id: `${id}:${from}`, actor, command, command_count: parcel.length });
  }
  if (rows.length > 0) await trx.insertInto('outbox').values(rows).execute();
}

/**
 * The oldest commands that the desk has not been given yet, in the order they were written down: rows
 * until there are `limit` of them, the last of these rows whole.
 */
export async function owedCommands(
  db: Kysely<Tables>,
  centre: string,
  limit: number,
): Promise<readonly OwedCommand[]> {
  const oldest = db
    .selectFrom('outbox')
    .select(['id', 'actor', 'command', 'pii_request_hash', 'ordinal'])
    .select(sql<number>`sum(command_count) over (order by ordinal) - command_count`.as('before'))
    .where('centre', '=', centre)
    .where('done_at', 'is', null)
    .orderBy('ordinal')
    .limit(limit);
  const rows = await db
    .selectFrom(oldest.as('oldest'))
    .select(['id', 'actor', 'command', 'pii_request_hash'])
    .where('before', '<', limit)
    .orderBy('ordinal')
    .execute();
  return rows.flatMap((row) => (row.command.startsWith('[') ? partsOf(row) : owedOf(row.id, row)));
}

function partsOf(row: { id: string; actor: string; command: string }): readonly OwedCommand[] {
  const parts = JSON.parse(row.command) as readonly ParcelPart[];
  const parcel = { id: row.id, commandCount: parts.length };
  return parts.map((part) => ({ ...part, actor: row.actor, parcel }));
}

/** A command that was written down, settled or not; undefined when there is none of this id. */
export async function owedCommand(
  db: Kysely<Tables>,
  centre: string,
  id: string,
): Promise<OwedCommand | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['actor', 'command', 'pii_request_hash'])
    .where('centre', '=', centre)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && owedOf(id, row);
}

function owedOf(
  id: string,
  row: { actor: string; command: string; pii_request_hash: string | null },
): OwedCommand {
  return {
    id,
    actor: row.actor,
    command: JSON.parse(row.command) as Command,
    ...(row.pii_request_hash !== null && { requestHash: row.pii_request_hash }),
  };
}

/** Settled commands can be looked up so long: by whoever sends his request again, and by the audit. */
const OUTBOX_KEPT_MS = 30 * 86_400_000;

/**
 * Forgets the next commands that were settled more than thirty days ago, at most `limit`, and returns
 * how many. Those of an import that is not done stay, because it will ask what became of them; so do
 * refusals of agents, because they say why the desk lacks somebody whom people know.
 */
export async function forgetSettled(
  db: Kysely<Tables>,
  centre: string,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from outbox where ctid = any(array(
      select ctid from outbox o
      where centre = ${centre} and done_at < ${new Date(now - OUTBOX_KEPT_MS)}
        and (refusal is null or not exists (
          select 1 from agent_profile p
          where p.centre = o.centre and p.agent_id = o.command::jsonb ->> 'agentId'))
        and not exists (
          select 1 from import i
          where i.centre = o.centre and i.status in ('running', 'undoing')
            and starts_with(o.id, i.id || ':'))
      limit ${limit}))`.execute(db);
  return Number(numAffectedRows);
}

/** What rows of imports owe the desk. That it was taken, those rows say. */
const OF_IMPORTS: ReadonlySet<Command['type']> = new Set([
  'change-bond',
  'place-customer',
  'register-agent',
  'change-agent',
]);

/**
 * Notes what the desk said; with it, profiles and audit trail say which agents it let go. What nobody
 * will ask for is forgotten at once: what an import owed and no request can ask for again.
 */
export async function settleCommands(
  db: Kysely<Tables>,
  centre: string,
  settled: readonly SettledCommand[],
): Promise<void> {
  const single = settled.filter(({ parcel }) => parcel === undefined);
  if (single.length > 0) await settleSingle(db, centre, single);
  if (single.length < settled.length) await settleParcels(db, centre, settled);
}

/** Forgets parcels of which all is settled; what was refused gets a row of its own that says so. */
async function settleParcels(
  db: Kysely<Tables>,
  centre: string,
  settled: readonly SettledCommand[],
): Promise<void> {
  const byParcel = Map.groupBy(settled, ({ parcel }) => parcel?.id);
  const whole = [...byParcel.values()].filter(
    ([first, ...others]) => first?.parcel?.commandCount === others.length + 1,
  );
  if (whole.length === 0) return;
  const forget = (executor: Kysely<Tables>) =>
    executor
      .deleteFrom('outbox')
      .where('centre', '=', centre)
      .where(
        'id',
        'in',
        whole.flatMap(([first]) => first?.parcel?.id ?? []),
      )
      .execute();
  const refused = whole.flat().filter(({ refusal }) => refusal !== null);
  if (refused.length === 0) {
    await forget(db);
    return;
  }
  await db.transaction().execute(async (trx) => {
    await forget(trx);
    await oweCommands(trx, centre, refused);
    await noteSettled(trx, centre, refused);
  });
}

async function settleSingle(
  db: Kysely<Tables>,
  centre: string,
  settled: readonly SettledCommand[],
): Promise<void> {
  const isForgotten = ({ requestHash, refusal, command }: SettledCommand): boolean =>
    requestHash === undefined && refusal === null && OF_IMPORTS.has(command.type);
  const forgotten = settled.filter(isForgotten).map(({ id }) => id);
  const kept = settled.filter((each) => !isForgotten(each));
  if (forgotten.length > 0) {
    await sql`
      delete from outbox o using unnest(${textArray(forgotten)}) as given (id)
      where o.centre = ${centre} and o.id = given.id`.execute(db);
  }
  if (kept.length > 0) await noteSettled(db, centre, kept);
}

async function noteSettled(
  db: Kysely<Tables>,
  centre: string,
  settled: readonly SettledCommand[],
): Promise<void> {
  await sql`
    with settled as (
      update outbox o
      set done_at = now(), position = given.position, refusal = given.refusal
      from unnest(
        ${textArray(settled.map(({ id }) => id))},
        ${settled.map(({ position }) => position)}::bigint[],
        ${textArray(settled.map(({ refusal }) => refusal))},
        ${textArray(settled.map(retiredBy))}
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
