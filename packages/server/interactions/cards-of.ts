import type { Channel } from '@rapport/core';
import type { Callback, Card, CustomersChoice, QueueItem } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Later } from '../views/later-after.ts';
import type { CustomersTurn } from '../views/turn-after.ts';

/** Of the last message so much is shown. */
const PREVIEW_LENGTH = 160;

/** Where cards are read, and what time is promised. */
interface CardRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly dueAt: (wait: {
    readonly promiseId: string;
    readonly fromAt: number;
  }) => number | undefined;
  /** For when an open item was put off, if that still counts, and what call was promised. */
  readonly saidOf: (workId: string) => Said | undefined;
  /** Of an item that nobody has taken, since when it waits and until when that is in time. */
  readonly waitOf: (
    workId: string,
  ) => { readonly since: number; readonly dueAt?: number } | undefined;
}

interface Said {
  readonly later: Later | undefined;
  readonly callback: Callback | undefined;
  readonly choice: CustomersChoice | undefined;
  readonly turn: CustomersTurn | undefined;
  readonly asideForId: string | undefined;
}

/** Whose cards, and which. */
interface Wanted {
  readonly agentId: string;
  readonly items: readonly QueueItem[];
  readonly helpWith: 'all' | readonly string[];
}

interface CardRow {
  readonly work_id: string;
  readonly channel: string;
  readonly promise_id: string;
  readonly received_at: number;
  readonly interaction_id: string | null;
  readonly customer_id: string | null;
  readonly pii_subject: string | null;
  readonly pii_name: string | null;
  readonly tier: string | null;
  readonly language: string | null;
  readonly last_from: 'customer' | 'agent' | 'centre' | null;
  readonly last_at: number | null;
  readonly pii_last_text: string | null;
  /** The first words of the customer's that nobody has answered. */
  readonly open_since: number | null;
  readonly unread_count: number;
  readonly standing: Card['standing'] | null;
  readonly asked_by: string | null;
  readonly pii_phone: string | null;
}

/**
 * The cards of these items of an agent, and of what he was asked to help with: in all, or in these
 * interactions.
 *
 * Cost: one statement, a few index reads an item.
 */
export async function cardsOf(
  { db, centre, ...times }: CardRooms,
  { agentId, items, helpWith }: Wanted,
): Promise<Card[]> {
  const isAsked = helpWith === 'all' ? sql`true` : sql`h.interaction_id = any(${helpWith}::text[])`;
  const { rows } = await sql<CardRow>`
    with mine as (
      select * from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as q(
        "workId" text, "customerId" text, channel text, "promiseId" text, "receivedAt" bigint)
    ), shown as (
      select m."workId" as work_id, m.channel, m."promiseId" as promise_id,
        m."receivedAt" as received_at, i.id as interaction_id,
        coalesce(m."customerId", i.customer_id) as customer_id, null as asked_by
      from mine m
      left join interaction i on i.centre = ${centre} and i.work_id = m."workId"
      union all
      select w.id, w.channel, w.promise_id, w.received_at, i.id, i.customer_id, h.asked_by
      from help_request h
      join interaction i on i.centre = h.centre and i.id = h.interaction_id
      join view_work w on w.centre = i.centre and w.id = i.work_id and w.closed_at is null
      where h.centre = ${centre} and h.agent_id = ${agentId} and ${isAsked}
        and not exists (select 1 from mine m where m."workId" = i.work_id)
    )
    select s.*, i.pii_subject, number.pii_number as pii_phone,
      coalesce(c.pii_name, known.pii_value) as pii_name, c.tier, c.language,
      last.author_kind as last_from, last.at as last_at, last.pii_last_text,
      said.open_since, coalesce(said.unread_count, 0)::integer as unread_count,
      case
        when b.owner_id = ${agentId} then 'owner'
        when b.deputy_ids::jsonb ? ${agentId} then 'deputy'
        when b.earned::jsonb ? ${agentId} then 'earned'
      end as standing
    from shown s
    left join interaction i on i.centre = ${centre} and i.id = s.interaction_id
    left join customer c on c.centre = ${centre} and c.id = s.customer_id
    left join callback_number number on number.centre = ${centre} and number.work_id = s.work_id
    left join view_bond b on b.centre = ${centre} and b.id = s.customer_id
    left join lateral (
      select pii_value from customer_identity n
      where n.centre = ${centre} and n.customer_id = s.customer_id order by kind, pii_value limit 1
    ) known on true
    left join lateral (
      select m.ordinal, m.author_kind, m.at, left(m.pii_text, ${PREVIEW_LENGTH}) as pii_last_text
      from message m
      where m.centre = ${centre} and m.interaction_id = s.interaction_id and not m.is_note
      order by m.ordinal desc limit 1
    ) last on true
    left join lateral (
      select min(m.at) filter (where m.ordinal > coalesce((
          select max(r.ordinal) from message r
          where r.centre = ${centre} and r.interaction_id = s.interaction_id
            and r.author_kind = 'agent' and not r.is_note), 0)) as open_since,
        count(*) filter (where m.ordinal > i.read_ordinal) as unread_count
      from message m
      where m.centre = ${centre} and m.interaction_id = s.interaction_id
        and m.author_kind = 'customer' and not m.is_note
    ) said on true
    order by s.received_at, s.work_id`.execute(db);
  return rows.map((row) => cardOf(row, times));
}

type Times = Pick<CardRooms, 'dueAt' | 'saidOf' | 'waitOf'>;

function cardOf(row: CardRow, times: Times): Card {
  const given: Partial<Card> = {
    ...(row.interaction_id !== null && { interactionId: row.interaction_id }),
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    ...(row.pii_name !== null && { piiName: row.pii_name }),
    ...(row.tier !== null && { tier: row.tier }),
    ...(row.language !== null && { language: row.language }),
    ...(row.pii_subject !== null && { piiSubject: row.pii_subject }),
    ...(row.pii_last_text !== null && { piiLastText: row.pii_last_text }),
    ...(row.last_from !== null && { lastFrom: row.last_from }),
    ...(row.last_at !== null && { lastAt: row.last_at }),
    ...(row.standing && { standing: row.standing }),
    ...(row.asked_by !== null && { askedBy: row.asked_by }),
    ...callOf(row, times),
  };
  return {
    workId: row.work_id,
    // Core's desk took it in under this channel.
    channel: row.channel as Channel,
    ...dueOf(row, times),
    ...notesOf(row, times),
    unreadCount: row.unread_count,
    ...given,
  };
}

/** When its customer is called, and where. */
/** For whom its customer chose to wait, since when he is silent, and what it is put aside for. */
function notesOf(
  row: CardRow,
  { saidOf }: Times,
): Pick<Card, 'choice' | 'silentSince' | 'asideForId'> {
  const { choice, turn, asideForId } = saidOf(row.work_id) ?? {};
  return {
    ...(choice && { choice }),
    ...(turn?.isSilent && { silentSince: turn.since }),
    ...(asideForId !== undefined && { asideForId }),
  };
}

function callOf(row: CardRow, { saidOf }: Times): Pick<Card, 'callback' | 'piiPhone'> {
  const callback = saidOf(row.work_id)?.callback;
  if (callback === undefined) return {};
  return { callback, ...(row.pii_phone !== null && { piiPhone: row.pii_phone }) };
}

type Due = Pick<Card, 'dueAt' | 'laterAt' | 'wholeMs'>;

/** Put off counts until the customer writes again, or is answered after that; then, and else, the promise does. */
function dueOf(row: CardRow, times: Times): Due {
  const later = times.saidOf(row.work_id)?.later;
  const { last_from, last_at, open_since: openSince } = row;
  if (later !== undefined) {
    const { untilAt: laterAt, setAt } = later;
    const isAnswered = last_from === 'agent' && (last_at ?? 0) >= laterAt;
    const isPutOff = !isAnswered && (openSince === null || openSince <= setAt);
    if (isPutOff) return { dueAt: laterAt, laterAt, wholeMs: Math.max(0, laterAt - setAt) };
  }
  return promisedOf(row, times);
}

/** What nobody has taken is due as the floor says; what somebody has, by the words that wait for a reply. */
function promisedOf(row: CardRow, { dueAt: promised, waitOf }: Times): Due {
  const { last_from, received_at, promise_id: promiseId, open_since: openSince } = row;
  const wait = waitOf(row.work_id);
  if (wait?.dueAt !== undefined) return { dueAt: wait.dueAt, wholeMs: wait.dueAt - wait.since };
  const fromAt = last_from === null ? received_at : openSince;
  const dueAt = fromAt === null ? undefined : promised({ promiseId, fromAt });
  if (dueAt === undefined) return { wholeMs: 0 };
  return { dueAt, wholeMs: Math.max(0, dueAt - (fromAt ?? received_at)) };
}
