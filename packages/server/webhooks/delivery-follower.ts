import { type Kysely, sql } from 'kysely';
import type { Follower } from '../host/follower.ts';
import type { JournalRow } from '../store/journal.ts';
import type { Tables } from '../store/tables.ts';
import { EXPIRY_MS } from './retry-schedule.ts';

const NAME = 'webhooks';

/**
 * Writes down what every webhook is to be told, in the transaction that moves its position, so that
 * nothing is forgotten and nothing is written twice. What lies too far back is nobody's news any more
 * and goes out to nobody: so it is with history that was recorded elsewhere.
 */
export function deliveryFollower(centre: string, now: () => number): Follower {
  return {
    name: NAME,
    apply: async (trx, rows) => {
      const oldestAt = now() - EXPIRY_MS;
      await writeDeliveries(
        trx,
        centre,
        rows.filter(({ at }) => at > oldestAt),
      );
    },
  };
}

/** Lets a centre that has no webhooks yet begin with what happens from now on. */
export async function beginFollowing(db: Kysely<Tables>, centre: string): Promise<void> {
  await sql`
    insert into follower (centre, name, seq)
    select ${centre}, ${NAME}, coalesce(max(seq), 0) from journal where centre = ${centre}
    on conflict do nothing`.execute(db);
}

/**
 * Moves the position past history that nobody is to be told of, unread, where a centre has no webhook;
 * returns whether it has one.
 */
export async function passUnheard(db: Kysely<Tables>, centre: string): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    // Whoever makes or enables a webhook waits here, and is told of what comes after.
    await holdFollower(trx, centre);
    if (await hasWebhooks(trx, centre)) return true;
    await sql`
      update follower set seq = greatest(
        seq, (select coalesce(max(seq), 0) from journal where centre = ${centre}))
      where centre = ${centre} and name = ${NAME}`.execute(trx);
    return false;
  });
}

/** The position that the follower has reached; it stays there until the transaction ends. */
export async function holdFollower(trx: Kysely<Tables>, centre: string): Promise<number> {
  const { seq } = await trx
    .selectFrom('follower')
    .select('seq')
    .where('centre', '=', centre)
    .where('name', '=', NAME)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return seq;
}

/** Whether anybody is to be told anything. */
async function hasWebhooks(db: Kysely<Tables>, centre: string): Promise<boolean> {
  const found = await db
    .selectFrom('webhook')
    .select('id')
    .where('centre', '=', centre)
    .where('is_enabled', '=', true)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** One statement, however many events and webhooks there are. */
async function writeDeliveries(
  trx: Kysely<Tables>,
  centre: string,
  rows: readonly JournalRow[],
): Promise<void> {
  const happened = rows.flatMap(({ seq, at, events }) =>
    // Not as this release knows them: what a later one wrote is passed on as it stands.
    (JSON.parse(events) as readonly { readonly type: string }[]).map(({ type }, ordinal) => ({
      seq,
      at,
      ordinal,
      type,
    })),
  );
  await sql`
    insert into webhook_delivery
      (centre, webhook_id, seq, ordinal, event_type, at, state, next_at)
    select w.centre, w.id, e.seq, e.ordinal, e.type, e.at, 'waiting', e.at
    from jsonb_to_recordset(${JSON.stringify(happened)}::jsonb)
      as e(seq bigint, at bigint, ordinal integer, type text)
    join webhook w on w.centre = ${centre} and w.is_enabled and e.seq > w.from_seq
      and (w.event_types is null or e.type = any(w.event_types))
    on conflict do nothing`.execute(trx);
}
