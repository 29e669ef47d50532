import type { QueryConfig, QueryResult } from 'pg';
import { findTogether } from './find-together.ts';
import { joinTexts, splitTexts } from './joined-texts.ts';
import { type Journal, type JournalRow, LeaseLost } from './journal.ts';
import { isNumber, type KeptInteraction, type KeptNumber, type KeptRow } from './kept.ts';

/** What the journal needs of a database: one statement at a time, on one session or on any. */
export interface Queryable {
  query<Row extends object>(query: QueryConfig): Promise<QueryResult<Row>>;
}

const COLUMNS = 'seq, command_id, command_hash, actor, cause, at, events';

// The lease row is locked against a newer leader until these rows are committed, and where a newer
// one leads already there is no leader row, so that nothing is inserted.
const LEADER = 'leader as (select 1 from lease where centre = $1 and epoch = $2 for share)';

const INSERT = `
  insert into journal (centre, epoch, ${COLUMNS})
  select $1, $2, given.*
  from leader, unnest(
    $3::bigint[], ${splitTexts('$4')}, ${splitTexts('$5')}, ${splitTexts('$6')}, ${splitTexts('$7')}, $8::bigint[],
    ${splitTexts('$9')}) as given`;

const APPEND = `with ${LEADER} ${INSERT}`;

// What is kept goes in under the same fence. A customer or an identity that somebody else has made
// meanwhile stays as it is, because one that cannot be inserted would fail everybody's append.
const KEPT = `
  with ${LEADER},
  kept as (
    select given.* from leader, json_to_recordset($10::json) as given (
      interaction_id text, work_id text, channel text, customer_id text, newcomer_kind text,
      newcomer_value text, subject text, message_id text, words text, attachments text, at bigint)
  ),
  newcomers as (
    insert into customer (centre, id)
    select $1, customer_id from kept where newcomer_kind is not null on conflict do nothing
  ),
  identities as (
    insert into customer_identity (centre, kind, pii_value, customer_id)
    select $1, newcomer_kind, newcomer_value, customer_id from kept
    where newcomer_kind is not null
    order by newcomer_kind collate "C", newcomer_value collate "C" on conflict do nothing
  ),
  interactions as (
    insert into interaction (
      centre, id, customer_id, work_id, channel, pii_subject, started_at, message_count)
    select $1, interaction_id, customer_id, work_id, channel, subject, at,
      case when message_id is null then 0 else 1 end
    from kept
  ),
  messages as (
    insert into message (
      centre, interaction_id, ordinal, id, author_kind, author_id, pii_text, pii_attachments, at)
    select $1, interaction_id, 1, message_id, 'customer', customer_id, words,
      coalesce(attachments, '[]'), at from kept
    where message_id is not null
  )`;

const APPEND_KEPT = `${KEPT} ${INSERT}`;

const KEPT_FILES = `${KEPT},
  files as (
    update attachment a
    set interaction_id = f.interaction_id, message_id = f.message_id, pii_network = null
    from leader, json_to_recordset($11::json) as f (
      id text, laid_at text, interaction_id text, message_id text)
    where a.centre = $1 and a.id = f.id and a.interaction_id = f.laid_at and a.message_id is null
  )`;

const APPEND_KEPT_FILES = `${KEPT_FILES} ${INSERT}`;

const APPEND_KEPT_NUMBERS = `${KEPT_FILES},
  numbers as (
    insert into callback_number (centre, work_id, customer_id, pii_number)
    select $1, n.work_id, n.customer_id, n.number
    from leader, json_to_recordset($12::json) as n (work_id text, customer_id text, number text)
    on conflict (centre, work_id) do update
      set customer_id = excluded.customer_id, pii_number = excluded.pii_number
  ) ${INSERT}`;

const LEAD = `
  insert into lease (centre, epoch, holder) values ($1, 1, $2)
  on conflict (centre) do update
    set epoch = lease.epoch + 1, holder = excluded.holder, taken_at = now()
    where $3::bigint is null or lease.epoch = $3 or lease.holder = excluded.holder
  returning epoch`;

// Rows are numbered without gaps. Asked for all that follow with a limit, the planner sorts all that
// follow for each page, as long as it knows nothing of a young journal.
const READ = `
  select ${COLUMNS} from journal where centre = $1 and seq > $2 and seq <= $2::bigint + $3
  order by seq`;

// One id at a time: for several hundred at once, the planner would rather read the whole journal.
const FIND = `
  select found.* from unnest($2::text[]) as asked (id)
  cross join lateral (
    select ${COLUMNS} from journal where centre = $1 and command_id = asked.id limit 1
  ) as found`;

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
  const findOne = findTogether(async (commandIds) => {
    // Planned anew each time: a plan that was kept from when the journal was empty reads all of it.
    const rows = await rowsOf({ text: FIND, values: [centre, commandIds] });
    return new Map(rows.map((row) => [row.commandId, row]));
  });
  return {
    async lead(holder, after) {
      const query = { name: 'journal-lead', text: LEAD, values: [centre, holder, after ?? null] };
      const { rows } = await database.query<{ epoch: number }>(query);
      const [lease] = rows;
      if (lease === undefined) throw new LeaseLost(after ?? 0);
      return lease.epoch;
    },

    async append(epoch, rows, kept = []) {
      if (rows.length === 0) return;
      const values = [centre, epoch, ...columnsOf(rows)];
      const { rowCount } = await database.query(appendOf(values, kept));
      if (rowCount !== rows.length) throw new LeaseLost(epoch);
    },

    read(afterSeq, limit) {
      return rowsOf({ name: 'journal-read', text: READ, values: [centre, afterSeq, limit] });
    },

    async find(commandIds) {
      const found = await Promise.all(commandIds.map(findOne));
      return found.filter((row) => row !== undefined);
    },
  };
}

function appendOf(values: readonly unknown[], kept: readonly KeptRow[]): QueryConfig {
  if (kept.length === 0) return { name: 'journal-append', text: APPEND, values: [...values] };
  const interactions = kept.flatMap((row) => (isNumber(row) ? [] : [row]));
  const withKept = [...values, jsonOf(interactions)];
  const files = filesOf(interactions);
  const numbers = numbersOf(kept.flatMap((row) => (isNumber(row) ? [row] : [])));
  const withFiles = [...withKept, JSON.stringify(files)];
  // Rare: it is planned anew each time, by how many there are.
  if (numbers.length > 0) {
    return { text: APPEND_KEPT_NUMBERS, values: [...withFiles, JSON.stringify(numbers)] };
  }
  if (files.length > 0) return { text: APPEND_KEPT_FILES, values: withFiles };
  return { name: 'journal-append-kept', text: APPEND_KEPT, values: withKept };
}

type InteractionRow = KeptInteraction & { readonly at: number };

/** The last number of each item: one statement may write a row once. */
function numbersOf(kept: readonly KeptNumber[]): readonly object[] {
  const last = new Map(kept.map((number) => [number.workId, number]));
  return [...last.values()].map(({ workId: work_id, customerId: customer_id, piiNumber }) => ({
    ...{ work_id, customer_id, number: piiNumber },
  }));
}

/** The files of first messages, and where they are to lie. */
function filesOf(kept: readonly InteractionRow[]): readonly object[] {
  return kept.flatMap(({ interactionId: interaction_id, message }) =>
    (message?.files?.ids ?? []).map((id) => ({
      ...{ id, interaction_id, message_id: message?.id, laid_at: message?.files?.laidAt },
    })),
  );
}

function columnsOf(rows: readonly JournalRow[]): unknown[] {
  return [
    rows.map((row) => row.seq),
    joinTexts(rows.map((row) => row.commandId)),
    joinTexts(rows.map((row) => row.commandHash)),
    joinTexts(rows.map((row) => row.actor)),
    joinTexts(rows.map((row) => row.cause)),
    rows.map((row) => row.at),
    joinTexts(rows.map((row) => row.events)),
  ];
}

function jsonOf(kept: readonly InteractionRow[]): string {
  return JSON.stringify(
    kept.map((row) => ({
      interaction_id: row.interactionId,
      work_id: row.workId,
      channel: row.channel,
      customer_id: row.customerId,
      newcomer_kind: row.newcomer?.kind,
      newcomer_value: row.newcomer?.piiValue,
      subject: row.piiSubject,
      message_id: row.message?.id,
      words: row.message?.piiText,
      attachments: row.message?.files?.piiShown,
      at: row.at,
    })),
  );
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
