import { hash } from 'node:crypto';
import type { EntryPoint, VisitorMessage, VisitorProgress, VisitorThread } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import type { Host } from '../host/host.ts';
import { interactionRows } from '../interactions/interaction-rows.ts';
import { type OpenItem, openItem } from '../interactions/open-item.ts';
import type { Signs } from '../interactions/signs.ts';
import type { Tables } from '../store/tables.ts';
import type { Outlooks } from './outlook.ts';

export interface ThreadRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
  readonly outlooks: Outlooks;
  readonly signs: Signs;
}

/** What a visitor asks to see. */
export interface AskedThread {
  readonly threadId: string;
  readonly entry: EntryPoint;
  readonly afterNumber: number;
}

/** A thread's interaction, and its place in the thread. */
interface Turn {
  readonly ordinal: number;
  readonly interactionId: string;
}

const NOTHING_SAID = {
  ...{ version: 'none', messages: [], hasMore: false },
  ...{ isTyping: false, readNumber: 0 },
};
const MESSAGES_MAX = 200;
/** Above all ordinals of one interaction that anybody writes. */
const NUMBERS_PER_TURN = 1_000_000;

/** What a message is called for its visitor: rises over all interactions of the thread. */
export function numberOf(turn: number, ordinal: number): number {
  return turn * NUMBERS_PER_TURN + ordinal;
}

/** Which message of which interaction a number names. */
export function placeOf(number: number): { readonly turn: number; readonly ordinal: number } {
  return { turn: Math.floor(number / NUMBERS_PER_TURN), ordinal: number % NUMBERS_PER_TURN };
}

/** The last interaction of a thread; undefined where nothing was said in it yet. */
export async function lastTurn(
  { db, centre }: Pick<ThreadRooms, 'db' | 'centre'>,
  threadId: string,
): Promise<Turn | undefined> {
  const row = await db
    .selectFrom('visitor_turn')
    .select(['ordinal', 'interaction_id'])
    .where('centre', '=', centre)
    .where('thread_id', '=', threadId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ordinal: row.ordinal, interactionId: row.interaction_id };
}

/** A thread as its visitor sees it, and of what there may be news. */
export async function readThread(
  rooms: ThreadRooms,
  asked: AskedThread,
): Promise<{ readonly thread: VisitorThread; readonly newsOf: readonly string[] }> {
  const { threadId, entry } = asked;
  const turn = await lastTurn(rooms, threadId);
  const row =
    turn === undefined
      ? undefined
      : await interactionRows(rooms.db, rooms.centre)
          .where('i.id', '=', turn.interactionId)
          .executeTakeFirst();
  if (row === undefined) {
    const outlook = await rooms.outlooks.of(entry);
    return { thread: { ...NOTHING_SAID, outlook }, newsOf: [] };
  }
  const item = await openItem(rooms.host, row.work_id);
  const found = await messagesAfter(rooms, asked);
  const progress = await progressOf(rooms, { row, item, entry });
  const outlook = await rooms.outlooks.of(entry, row.work_id);
  const messages = found.slice(0, MESSAGES_MAX);
  const lastNumber = await lastNumberOf(rooms, threadId);
  const hasMore = found.length > MESSAGES_MAX;
  const isTyping =
    progress.status === 'with' && isWriting(rooms.signs, turn?.interactionId, item?.agentId);
  const readNumber = turn === undefined ? 0 : numberOf(turn.ordinal, row.read_ordinal);
  const isWaiting = progress.status === 'waiting';
  const version = versionOf([lastNumber, progress, isTyping, readNumber, isWaiting && outlook]);
  return {
    thread: { version, messages, hasMore, isTyping, readNumber, progress, outlook },
    newsOf: [threadId, row.id, row.work_id],
  };
}

/** Whether whoever serves it writes; what others write are notes. */
function isWriting(signs: Signs, interactionId = '', agentId = ''): boolean {
  return signs.typing(interactionId).includes(agentId);
}

function versionOf(shown: unknown): string {
  return hash('sha256', JSON.stringify(shown), 'base64url').slice(0, 22);
}

/** What was said after a number, one more than is shown at once. Notes are for colleagues. */
async function messagesAfter(
  { db, centre }: ThreadRooms,
  { threadId, afterNumber }: AskedThread,
): Promise<VisitorMessage[]> {
  const after = placeOf(afterNumber);
  const { rows } = await sql<{
    turn: number;
    ordinal: number;
    author_kind: VisitorMessage['from'];
    agent_name: string | null;
    pii_text: string | null;
    pii_attachments: string;
    at: number;
  }>`
    select n.ordinal as turn, m.ordinal, m.author_kind, p.pii_name as agent_name, m.pii_text,
      m.pii_attachments, m.at
    from visitor_turn n
    join message m on m.centre = n.centre and m.interaction_id = n.interaction_id
    left join agent_profile p
      on p.centre = m.centre and p.agent_id = m.author_id and m.author_kind = 'agent'
    where n.centre = ${centre} and n.thread_id = ${threadId} and not m.is_note
      and (n.ordinal, m.ordinal) > (${after.turn}, ${after.ordinal})
    order by n.ordinal, m.ordinal limit ${MESSAGES_MAX + 1}`.execute(db);
  return rows.map((row) => ({
    number: numberOf(row.turn, row.ordinal),
    from: row.author_kind,
    ...(row.agent_name !== null && { agentName: row.agent_name }),
    ...(row.pii_text !== null && { piiText: row.pii_text }),
    ...attachmentsOf(row),
    at: row.at,
  }));
}

/** The files of a message, where it has any. */
function attachmentsOf({ pii_attachments: json }: { readonly pii_attachments: string }) {
  // The table's writers know what is in it.
  return json === '[]'
    ? {}
    : { attachments: JSON.parse(json) as VisitorMessage['attachments'] & object };
}

async function lastNumberOf({ db, centre }: ThreadRooms, threadId: string): Promise<number> {
  const { rows } = await sql<{ turn: number; ordinal: number }>`
    select n.ordinal as turn, m.ordinal from visitor_turn n
    join message m on m.centre = n.centre and m.interaction_id = n.interaction_id
    where n.centre = ${centre} and n.thread_id = ${threadId} and not m.is_note
    order by n.ordinal desc, m.ordinal desc limit 1`.execute(db);
  const [last] = rows;
  return last === undefined ? 0 : numberOf(last.turn, last.ordinal);
}

type InteractionRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof interactionRows>['executeTakeFirst']>>
>;

async function progressOf(
  rooms: ThreadRooms,
  { row, item, entry }: { row: InteractionRow; item: OpenItem | undefined; entry: EntryPoint },
): Promise<VisitorProgress> {
  const { db, centre } = rooms;
  const status = statusOf(item);
  const dueAt = await rooms.outlooks.dueAt(entry, row.started_at);
  const serving = status === 'with' ? item?.agentId : row.answered_by;
  const { answered_at: answeredAt, accepted_at: acceptedAt } = await db
    .selectNoFrom((build) => [
      build
        .selectFrom('message')
        .select((each) => each.fn.min('at').as('at'))
        .where('centre', '=', centre)
        .where('interaction_id', '=', row.id)
        .where('author_kind', '=', 'agent')
        .where('is_note', '=', false)
        .as('answered_at'),
      build
        .selectFrom('view_work')
        .select('answered_at')
        .where('centre', '=', centre)
        .where('id', '=', row.work_id)
        .as('accepted_at'),
    ])
    .executeTakeFirstOrThrow();
  const agentName =
    status === 'waiting' || serving === null || serving === undefined
      ? undefined
      : await agentNameOf(rooms, serving);
  return {
    status,
    receivedAt: row.started_at,
    ...(dueAt !== undefined && { dueAt }),
    ...(acceptedAt !== null && { acceptedAt }),
    ...(answeredAt !== null && { answeredAt: answeredAt }),
    ...(agentName !== undefined && { agentName }),
    ...saidOf(row, status === 'over' ? undefined : item),
  };
}

/** What it is about, when it was over, and what call was promised. */
function saidOf(
  { pii_subject: piiSubject, closed_at: overAt }: InteractionRow,
  item: OpenItem | undefined,
): Pick<VisitorProgress, 'overAt' | 'piiSubject' | 'callback'> {
  return {
    ...(overAt !== null && { overAt }),
    ...(piiSubject !== null && { piiSubject }),
    ...(item?.call && { callback: { ...item.call } }),
  };
}

/** To the visitor an exchange is over when the agent has ended it, whatever he still notes of it. */
function statusOf(item: OpenItem | undefined): VisitorProgress['status'] {
  if (item === undefined || item.status === 'wrap-up') return 'over';
  return item.status === 'waiting' || item.status === 'offered' ? 'waiting' : 'with';
}

async function agentNameOf(
  { db, centre }: ThreadRooms,
  agentId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('agent_profile')
    .select('pii_name')
    .where('centre', '=', centre)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return row?.pii_name;
}
