import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { WebhookDeliveryTable } from '../store/webhook-tables.ts';
import type { EventPlace } from './cloud-event.ts';
import { EXPIRY_MS } from './retry-schedule.ts';

/** How long it can be seen that something was delivered, and how long that something was not. */
const KEPT_MS = { delivered: 7 * 86_400_000, dead: 30 * 86_400_000 };
/** So many rows are changed at once, so that no statement holds others up for long. */
const CHUNK_ROWS = 10_000;

export type Delivery = Selectable<WebhookDeliveryTable>;

/** A delivery that is to be tried now, with the row of the journal that tells of its event. */
export interface DueDelivery extends Pick<
  Delivery,
  'seq' | 'ordinal' | 'at' | 'attempt_count' | 'event_type'
> {
  readonly events: string;
}

/** What came of a try: one more of it, and delivered, dead, or due again at `nextAt`. */
export interface Settlement extends Pick<Delivery, 'seq' | 'ordinal' | 'attempt_count'> {
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly next_at: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
}

/** Enabled webhooks of a centre for which something is due. */
export async function webhooksWithDue(
  db: Kysely<Tables>,
  centre: string,
  now: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('webhook as w')
    .select('w.id')
    .where('w.centre', '=', centre)
    .where('w.is_enabled', '=', true)
    .where((build) =>
      build.exists(
        build
          .selectFrom('webhook_delivery as d')
          .select('d.seq')
          .whereRef('d.centre', '=', 'w.centre')
          .whereRef('d.webhook_id', '=', 'w.id')
          .where('d.state', '=', 'waiting')
          .where('d.next_at', '<=', now)
          .where('d.next_at', '>', now - EXPIRY_MS),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** What a webhook is to be told now, first what was due first. */
export async function dueDeliveries(
  db: Kysely<Tables>,
  { centre, webhookId }: { readonly centre: string; readonly webhookId: string },
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<readonly DueDelivery[]> {
  return await db
    .selectFrom('webhook_delivery as d')
    .innerJoin('journal as j', (join) =>
      join.onRef('j.centre', '=', 'd.centre').onRef('j.seq', '=', 'd.seq'),
    )
    .select(['d.seq', 'd.ordinal', 'd.at', 'd.attempt_count', 'd.event_type', 'j.events'])
    .where('d.centre', '=', centre)
    .where('d.webhook_id', '=', webhookId)
    .where('d.state', '=', 'waiting')
    .where('d.next_at', '<=', now)
    .where('d.next_at', '>', now - EXPIRY_MS)
    .orderBy('d.next_at')
    .orderBy('d.seq')
    .orderBy('d.ordinal')
    .limit(limit)
    .execute();
}

/** What a webhook was told or is to be told, the latest event first, from before an event on. */
export async function listDeliveries(
  db: Kysely<Tables>,
  { centre, webhookId }: { readonly centre: string; readonly webhookId: string },
  asked: {
    readonly state: string | undefined;
    readonly before: EventPlace | undefined;
    readonly limit: number;
  },
): Promise<readonly Delivery[]> {
  const { state, before, limit } = asked;
  let select = db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('centre', '=', centre)
    .where('webhook_id', '=', webhookId);
  if (state !== undefined) select = select.where('state', '=', state);
  if (before !== undefined) {
    select = select.where((build) =>
      build(build.refTuple('seq', 'ordinal'), '<', build.tuple(before.seq, before.ordinal)),
    );
  }
  return await select.orderBy('seq', 'desc').orderBy('ordinal', 'desc').limit(limit).execute();
}

/** Notes what came of tries. */
export async function settleDeliveries(
  db: Kysely<Tables>,
  { centre, webhookId }: { readonly centre: string; readonly webhookId: string },
  { now, settlements }: { readonly now: number; readonly settlements: readonly Settlement[] },
): Promise<void> {
  await sql`
    update webhook_delivery d
    set state = s.state, attempt_count = s.attempt_count, next_at = s.next_at,
      last_status = s.last_status, last_error = s.last_error,
      settled_at = case when s.state = 'waiting' then null else ${now}::bigint end
    from jsonb_to_recordset(${JSON.stringify(settlements)}::jsonb)
      as s(seq bigint, ordinal integer, state text, attempt_count integer, next_at bigint,
        last_status integer, last_error text)
    where d.centre = ${centre} and d.webhook_id = ${webhookId}
      and d.seq = s.seq and d.ordinal = s.ordinal`.execute(db);
}

/** Makes a delivery due now, as if it had never been tried; returns whether there is such a one. */
export async function replayDelivery(
  db: Kysely<Tables>,
  { webhookId, ...place }: EventPlace & { readonly webhookId: string },
  now: number,
): Promise<boolean> {
  const { centre, seq, ordinal } = place;
  const { numUpdatedRows } = await db
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempt_count: 0, next_at: now, settled_at: null })
    .where('centre', '=', centre)
    .where('webhook_id', '=', webhookId)
    .where('seq', '=', seq)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Makes every dead letter of a webhook due now; returns how many there were. */
export async function replayDead(
  db: Kysely<Tables>,
  { centre, webhookId }: { readonly centre: string; readonly webhookId: string },
  now: number,
): Promise<number> {
  // Not those that die again meanwhile.
  return await inChunks(() =>
    sql`
      update webhook_delivery
      set state = 'waiting', attempt_count = 0, next_at = ${now}, settled_at = null
      where centre = ${centre} and webhook_id = ${webhookId} and (seq, ordinal) in (
        select seq, ordinal from webhook_delivery
        where centre = ${centre} and webhook_id = ${webhookId} and state = 'dead'
          and settled_at <= ${now}
        order by seq, ordinal limit ${CHUNK_ROWS})`.execute(db),
  );
}

/** Gives up what nobody could try in time, and forgets what was settled long ago. */
export async function sweepDeliveries(
  db: Kysely<Tables>,
  centre: string,
  now: number,
): Promise<void> {
  await inChunks(() =>
    sql`
      update webhook_delivery set state = 'dead', last_error = 'expired', settled_at = ${now}
      where ctid = any(array(
        select d.ctid from webhook w join webhook_delivery d
          on d.centre = w.centre and d.webhook_id = w.id
        where w.centre = ${centre} and d.state = 'waiting' and d.next_at <= ${now - EXPIRY_MS}
        limit ${CHUNK_ROWS}))`.execute(db),
  );
  for (const [state, keptMs] of Object.entries(KEPT_MS)) {
    await inChunks(() =>
      sql`
        delete from webhook_delivery where ctid = any(array(
          select ctid from webhook_delivery
          where centre = ${centre} and state = ${state} and settled_at <= ${now - keptMs}
          limit ${CHUNK_ROWS}))`.execute(db),
    );
  }
}

/** Removes all of a webhook's deliveries. */
export async function dropDeliveries(
  db: Kysely<Tables>,
  { centre, webhookId }: { readonly centre: string; readonly webhookId: string },
): Promise<void> {
  await inChunks(() =>
    sql`
      delete from webhook_delivery where ctid = any(array(
        select ctid from webhook_delivery
        where centre = ${centre} and webhook_id = ${webhookId} limit ${CHUNK_ROWS}))`.execute(db),
  );
}

async function inChunks(
  change: () => Promise<{ readonly numAffectedRows?: bigint }>,
): Promise<number> {
  let total = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await change();
    total += Number(numAffectedRows);
    if (numAffectedRows < CHUNK_ROWS) return total;
  }
}
