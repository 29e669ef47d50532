import { catchUp } from '../host/follower.ts';
import type { Host } from '../host/host.ts';
import { repeat } from '../host/repeat.ts';
import { mintUuid } from '../identity/mint-id.ts';
import { secretBox } from '../secrets/secret-box.ts';
import { keyFor } from '../secrets/secret-key.ts';
import type { Settings } from '../settings.ts';
import { noTracing, type Tracing } from '../tracing/tracing.ts';
import { testEventOf } from './cloud-event.ts';
import { type DeliveryRooms, deliverRound } from './deliver.ts';
import { sweepDeliveries, webhooksWithDue } from './deliveries.ts';
import { beginFollowing, deliveryFollower, passUnheard } from './delivery-follower.ts';
import { type Attempt, createSender } from './send-message.ts';
import { permittedAddresses, type Resolve, systemResolve } from './target-connector.ts';
import { targetRule } from './target-rule.ts';
import { findWebhook, signingSecrets, type WebhookRooms } from './webhooks.ts';

const SWEEP_MS = 60_000;
/** A receiver that takes nothing is asked again after this, then after twice as long, and so on. */
const REST_MS_MIN = 1_000;
const REST_MS_MAX = 60_000;
/** Requests under way get so long at the end; what they have not said by then is sent again. */
const STOP_GRACE_MS = 1_000;

/** Webhooks of a centre at work, and what there is to do with them. */
export interface Webhooks extends AsyncDisposable {
  readonly rooms: WebhookRooms;
  /** Resolves when webhooks may go there. @throws {TargetRefused} And what looking a name up throws. */
  readonly requirePermitted: (url: URL) => Promise<void>;
  /** Says that something is due: a webhook has changed, or is to be told something again. */
  readonly poke: (webhookId: string) => void;
  /** Sends a test event at once and once; undefined when there is no such webhook. */
  readonly test: (webhookId: string) => Promise<Attempt | undefined>;
}

export interface WebhookOptions {
  readonly notice: (message: string) => void;
  readonly now: () => number;
  /** None when left out. */
  readonly tracing?: Tracing | undefined;
  /** The system's resolver when left out. */
  readonly resolve?: Resolve | undefined;
  /** 10 s when left out. */
  readonly timeoutMs?: number | undefined;
  /** What passes between tries; that of Standard Webhooks when left out. */
  readonly delaysMs?: readonly number[] | undefined;
}

/** Whose webhooks they are, and the key that their secrets rest upon. */
interface WebhookPlace extends Pick<WebhookRooms, 'db' | 'centre'> {
  readonly host: Host;
  readonly secretKey: Buffer;
}

/**
 * Follows the journal and tells every webhook what it asked for: at least once, and each at its own
 * pace, so that a receiver that is slow or away keeps nobody else waiting. What is on its way is in
 * the database; in memory is only what is being sent.
 */
export async function openWebhooks(
  { db, centre, host, secretKey }: WebhookPlace,
  settings: Pick<Settings, 'webhookPrivateHosts'>,
  {
    notice,
    now,
    tracing = noTracing,
    resolve = systemResolve,
    timeoutMs,
    delaysMs,
  }: WebhookOptions,
): Promise<Webhooks> {
  await beginFollowing(db, centre);
  const permits = targetRule(settings.webhookPrivateHosts);
  const sender = createSender({ permits, resolve, timeoutMs });
  const box = secretBox(keyFor('webhooks', secretKey));
  const position = () => host.position;
  const rooms = { db, centre, box, now, position, sender, tracing, notice, delaysMs };
  const deliveries = runDeliveries(rooms);
  const follower = deliveryFollower(centre, now);
  let isNeeded = true;
  const follow = repeat('webhooks', notice, async () => {
    isNeeded = await passUnheard(db, centre);
    if (!isNeeded) return;
    await catchUp(db, centre, follower);
    deliveries.poke();
  });
  // Without webhooks the position moves once a second, which is enough, and costs commands nothing.
  const stopListening = host.onCommitted(() => {
    if (isNeeded) follow.poke();
  });
  return {
    rooms,
    requirePermitted: async (url) => {
      await permittedAddresses(url, { permits, resolve });
    },
    poke: (webhookId) => {
      deliveries.forgive(webhookId);
      follow.poke();
    },
    test: async (webhookId) => {
      const webhook = await findWebhook(db, centre, webhookId);
      if (webhook === undefined) return undefined;
      const id = `${centre}_test_${mintUuid()}`;
      const body = testEventOf({ centre, id, webhookId }, now());
      const secrets = signingSecrets(webhook, rooms);
      return await sender.send({ url: webhook.url, id, body, secrets });
    },
    async [Symbol.asyncDispose]() {
      stopListening();
      await follow.stop();
      const grace = setTimeout(() => void sender.stop(), STOP_GRACE_MS);
      await deliveries.stop();
      clearTimeout(grace);
      await sender.stop();
    },
  };
}

interface Running {
  readonly poke: () => void;
  /** Lets a webhook that rests be tried at once. */
  readonly forgive: (webhookId: string) => void;
  readonly stop: () => Promise<void>;
}

interface Rest {
  readonly failureCount: number;
  readonly until: number;
}

/** One round after another for each webhook that has something due, none waiting for another. */
function runDeliveries(rooms: DeliveryRooms): Running {
  const { db, centre, now, notice } = rooms;
  const underway = new Map<string, Promise<void>>();
  const resting = new Map<string, Rest>();
  let isStopped = false;
  let sweptAt = 0;
  // A method call, because the compiler cannot see that `stop` is called meanwhile.
  const isRunning = (): boolean => !isStopped;

  const rounds = async (webhookId: string): Promise<void> => {
    while (isRunning()) {
      const rest = resting.get(webhookId);
      const round = await deliverRound(rooms, webhookId, rest !== undefined);
      if (round.kind === 'taken') resting.delete(webhookId);
      if (round.kind === 'failed')
        resting.set(webhookId, longerRest(rest, { askedMs: round.restMs, now: now() }));
      if (round.kind !== 'taken') return;
    }
  };

  const start = (webhookId: string): void => {
    if (underway.has(webhookId) || (resting.get(webhookId)?.until ?? 0) > now()) return;
    const done = rounds(webhookId)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        notice(`${webhookId} could not be told what is due, it is tried again: ${reason}`);
      })
      .finally(() => underway.delete(webhookId));
    underway.set(webhookId, done);
  };

  const looking = repeat('deliveries', notice, async () => {
    if (now() - sweptAt > SWEEP_MS) {
      await sweepDeliveries(db, centre, now());
      sweptAt = now();
    }
    for (const webhookId of await webhooksWithDue(db, centre, now())) start(webhookId);
  });

  return {
    poke: looking.poke,
    forgive: (webhookId) => {
      resting.delete(webhookId);
      looking.poke();
    },
    stop: async () => {
      isStopped = true;
      await looking.stop();
      await Promise.all(underway.values());
    },
  };
}

function longerRest(
  rest: Rest | undefined,
  { askedMs, now }: { readonly askedMs: number; readonly now: number },
): Rest {
  const failureCount = (rest?.failureCount ?? 0) + 1;
  const restMs = Math.min(REST_MS_MIN * 2 ** (failureCount - 1), REST_MS_MAX);
  return { failureCount, until: now + Math.max(restMs, askedMs) };
}
