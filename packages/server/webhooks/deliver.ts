import { SecretUnreadable } from '../secrets/secret-box.ts';
import { cloudEventOf, eventIdOf } from './cloud-event.ts';
import {
  type DueDelivery,
  dueDeliveries,
  settleDeliveries,
  type Settlement,
} from './deliveries.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { nextAttemptAt, RETRY_AFTER_MS_MAX } from './retry-schedule.ts';
import type { Attempt, Sender } from './send-message.ts';
import {
  disable,
  findWebhook,
  signingSecrets,
  type WebhookRooms,
  type WebhookRow,
} from './webhooks.ts';

/** Requests to one receiver at a time, while it takes them. */
const ABREAST = 8;
/** Nothing has been taken for so long: somebody has to look. */
const FAILING_MS_MAX = 5 * 86_400_000;

export interface DeliveryRooms extends WebhookRooms {
  readonly sender: Sender;
  readonly tracing: Tracing;
  readonly notice: (message: string) => void;
  /** Left out, those of Standard Webhooks. */
  readonly delaysMs?: readonly number[] | undefined;
}

/** How a round went: `idle` when there was nothing to do, `failed` when nothing was taken. */
export type Round =
  | { readonly kind: 'idle' | 'taken' }
  /** With how long the receiver asked to be left alone. */
  | { readonly kind: 'failed'; readonly restMs: number };

/**
 * Tells a webhook what is due, a few events at once in their order, and notes what came of it. After
 * a failure only one is tried, to find out whether the receiver is back.
 */
export async function deliverRound(
  rooms: DeliveryRooms,
  webhookId: string,
  isProbe: boolean,
): Promise<Round> {
  const { db, centre, now } = rooms;
  const webhook = await findWebhook(db, centre, webhookId);
  if (webhook?.is_enabled !== true) return { kind: 'idle' };
  const limit = isProbe ? 1 : ABREAST;
  const due = await dueDeliveries(db, { centre, webhookId }, { now: now(), limit });
  if (due.length === 0) return { kind: 'idle' };
  const secrets = readableSecrets(webhook, rooms);
  const tried = await Promise.all(
    due.map(async (delivery): Promise<Tried> => {
      if (secrets === undefined)
        return { delivery, came: { ok: false, fault: 'secret-unreadable' } };
      const place = { centre, seq: delivery.seq, ordinal: delivery.ordinal };
      const message = { id: eventIdOf(place), body: cloudEventOf(place, delivery), secrets };
      const came = await rooms.tracing.delivery('webhook', delivery.seq, (traceparent) =>
        rooms.sender.send({ url: webhook.url, traceparent, ...message }),
      );
      return { delivery, came };
    }),
  );
  // What was called off stays as it was, and is sent again.
  const known = tried.flatMap(({ delivery, came }) =>
    came === undefined ? [] : { delivery, came },
  );
  if (known.length === 0) return { kind: 'idle' };
  const settlements = known.map(({ delivery, came }) => settlementOf(delivery, came, rooms));
  await settleDeliveries(db, { centre, webhookId }, { now: now(), settlements });
  const isTaken = known.some(({ came }) => came.ok);
  const isGone = known.some(({ came }) => !came.ok && came.fault === 'gone');
  await noteHealth(rooms, webhook, { isTaken, isGone });
  if (isTaken) return { kind: 'taken' };
  const asked = known.map(({ came }) => (came.ok ? 0 : (came.retryAfterMs ?? 0)));
  return { kind: 'failed', restMs: Math.min(Math.max(...asked), RETRY_AFTER_MS_MAX) };
}

interface Tried {
  readonly delivery: DueDelivery;
  readonly came: Attempt | undefined;
}

/** Undefined when another key has sealed them: an administrator sees it at the deliveries. */
function readableSecrets(webhook: WebhookRow, rooms: DeliveryRooms): readonly string[] | undefined {
  try {
    return signingSecrets(webhook, rooms);
  } catch (error) {
    if (error instanceof SecretUnreadable) return undefined;
    throw error;
  }
}

function settlementOf(
  { seq, ordinal, attempt_count: earlierCount }: DueDelivery,
  came: Attempt,
  { now, delaysMs }: DeliveryRooms,
): Settlement {
  const attempt_count = earlierCount + 1;
  const place = { seq, ordinal, attempt_count };
  const at = now();
  if (came.ok) {
    const last_status = came.status;
    return { ...place, state: 'delivered', next_at: at, last_status, last_error: null };
  }
  const { fault, status = null, retryAfterMs } = came;
  const last = { last_status: status, last_error: fault };
  const failed = { attemptCount: attempt_count, now: at, retryAfterMs, chance: Math.random() };
  const next = fault === 'gone' ? undefined : nextAttemptAt(failed, delaysMs);
  return { ...place, state: next === undefined ? 'dead' : 'waiting', next_at: next ?? at, ...last };
}

/** Remembers since when nothing was taken, and gives up a receiver that is gone. */
async function noteHealth(
  { db, centre, now, notice }: DeliveryRooms,
  { id, failing_since }: WebhookRow,
  { isTaken, isGone }: { readonly isTaken: boolean; readonly isGone: boolean },
): Promise<void> {
  const isFailingLong = failing_since !== null && failing_since <= now() - FAILING_MS_MAX;
  if (isGone || (!isTaken && isFailingLong)) {
    const reason = isGone ? 'gone' : 'failing';
    await disable(db, { centre, id, reason });
    notice(
      `${id} is disabled: its receiver ${isGone ? 'wants nothing more' : 'has failed for days'}`,
    );
    return;
  }
  if (isTaken === (failing_since === null)) return;
  await db
    .updateTable('webhook')
    .set({ failing_since: isTaken ? null : now() })
    .where('centre', '=', centre)
    .where('id', '=', id)
    .execute();
}
