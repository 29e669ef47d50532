import type { QueryConfig, QueryResult } from 'pg';
import { findTogether } from './find-together.ts';
import { type Journal, type JournalRow, LeaseLost } from './journal.ts';

/** What the journal needs of a database: one statement at a time, on one session or on any. */
export interface Queryable {
  query<Row extends object>(query: QueryConfig): Promise<QueryResult<Row>>;
}

const COLUMNS = 'seq, command_id, command_hash, actor, cause, at, events';

// The lease row is locked against a newer leader until these rows are committed, and where a newer
// one leads already there is no leader row, so that nothing is inserted.
const APPEND = `
  with leader as (select 1 from lease where centre = $1 and epoch = $2 for share)
  insert into journal (centre, epoch, ${COLUMNS})
  select $1, $2, given.*
  from leader, unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
    $9::text[]) as given`;

const LEAD = `
  insert into lease (centre, epoch, holder) values ($1, 1, $2)
  on conflict (centre) do update
    set epoch = lease.epoch + 1, holder = excluded.holder, taken_at = now()
    where $3::bigint is null or lease.epoch = $3 or lease.holder = excluded.holder
  returning epoch`;

const READ = `
  select ${COLUMNS} from journal where centre = $1 and seq > $2 order by seq limit $3`;

const FIND = `
  select ${COLUMNS} from journal where centre = $1 and command_id = any($2::text[])`;

interface StoredRow {
  readonly seq: number;
  readonly command_id: string;
  readonly command_hash: string;
  readonly actor: string;
  readonly cause: string;
  readonly at: number;
  readonly events: string;
}

/** A centre's journal in PostgreSQL. Its table and partitions are there (`migrate`). */
export function sqlJournal(database: Queryable, centre: string): Journal {
  const rowsOf = async (query: QueryConfig): Promise<readonly JournalRow[]> =>
    (await database.query<StoredRow>(query)).rows.map(journalRow);
  return {
    async lead(holder, after) {
      const query = { name: 'journal-lead', text: LEAD, values: [centre, holder, after ?? null] };
      const { rows } = await database.query<{ epoch: number }>(query);
      const [lease] = rows;
      if (lease === undefined) throw new LeaseLost(after ?? 0);
      return lease.epoch;
    },

    async append(epoch, rows) {
      const values = [centre, epoch, ...columnsOf(rows)];
      const { rowCount } = await database.query({ name: 'journal-append', text: APPEND, values });
      if (rowCount !== rows.length) throw new LeaseLost(epoch);
    },

    read(afterSeq, limit) {
      return rowsOf({ name: 'journal-read', text: READ, values: [centre, afterSeq, limit] });
    },

    find: findTogether((commandIds) =>
      rowsOf({ name: 'journal-find', text: FIND, values: [centre, commandIds] }),
    ),
  };
}

function columnsOf(rows: readonly JournalRow[]): unknown[] {
  return [
    rows.map((row) => row.seq),
    rows.map((row) => row.commandId),
    rows.map((row) => row.commandHash),
    rows.map((row) => row.actor),
    rows.map((row) => row.cause),
    rows.map((row) => row.at),
    rows.map((row) => row.events),
  ];
}

function journalRow(row: StoredRow): JournalRow {
  return {
    seq: row.seq,
    commandId: row.command_id,
    commandHash: row.command_hash,
    actor: row.actor,
    cause: row.cause,
    at: row.at,
    events: row.events,
  };
}
