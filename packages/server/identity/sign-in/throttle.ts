import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/*
 * Every try is counted twice: against what is tried (an account, somebody's second factor), and
 * against the network that it comes from.
 *
 *   a network from which the subject signed in lately ─► counted for the two together
 *   any other network                                 ─► counted for the subject, whoever tries
 *
 * So a stranger who fails on purpose keeps other strangers out, not the one who always signs in from
 * here. Counting starts before the password is looked at: a hundred tries at once are a hundred.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A person mistypes a few times; an office behind one address has many persons. */
const SUBJECT = { freeCount: 5, firstWaitMs: 30_000, waitMsMax: 15 * MINUTE_MS };
const NETWORK = { freeCount: 100, firstWaitMs: 1_000, waitMsMax: MINUTE_MS };
const FORGOTTEN_AFTER_MS = DAY_MS;
const KNOWN_FOR_MS = 30 * DAY_MS;
const SWEEP_EVERY_MS = 60 * MINUTE_MS;

/** What is tried, and whence. */
export interface Try {
  readonly subject: string;
  readonly address: string;
}

export type Attempt =
  | { readonly isAllowed: false; readonly waitMs: number }
  | {
      readonly isAllowed: true;
      readonly succeed: () => Promise<void>;
      readonly fail: () => Promise<void>;
    };

export interface Throttle {
  /** Counts a try, unless it comes too early: then it says how long to wait, and counts nothing. */
  readonly begin: (tried: Try) => Promise<Attempt>;
}

export interface ThrottleOptions {
  readonly centre: string;
  readonly secret: string;
  readonly now?: () => number;
}

/** What keeps guessers slow. Kept in the database, so that a restart forgives nobody. */
export function throttleOf(
  db: Kysely<Tables>,
  { centre, secret, now = Date.now }: ThrottleOptions,
): Throttle {
  let sweptAt = Number.NEGATIVE_INFINITY;
  const keyOf = (kind: string, text: string): string =>
    createHmac('sha256', secret).update(`throttle ${kind} ${text}`).digest('base64url');
  const rowsOf = (on: Kysely<Tables>, keys: readonly string[]) =>
    on
      .selectFrom('sign_in_throttle')
      .selectAll()
      .where('centre', '=', centre)
      .where('key', 'in', keys);

  const sweep = async (): Promise<void> => {
    if (now() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now();
    await db
      .deleteFrom('sign_in_throttle')
      .where('centre', '=', centre)
      .where(sql`greatest(failed_at, succeeded_at)`, '<', new Date(now() - KNOWN_FOR_MS))
      .execute();
  };

  const set = async (
    on: Kysely<Tables>,
    key: string,
    values: { failure_count: number; failed_at?: Date; succeeded_at?: Date },
  ): Promise<void> => {
    await on
      .insertInto('sign_in_throttle')
      .values({ centre, key, ...values })
      .onConflict((conflict) => conflict.columns(['centre', 'key']).doUpdateSet(values))
      .execute();
  };

  /** Counts one more, under a lock, unless it is too early. Returns how long to wait. */
  const count = async (
    trx: Transaction<Tables>,
    key: string,
    { limit, isCounted }: { limit: Limit; isCounted: boolean },
  ): Promise<number> => {
    await trx
      .insertInto('sign_in_throttle')
      .values({ centre, key })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await rowsOf(trx, [key]).forUpdate().executeTakeFirstOrThrow();
    const failedAt = row.failed_at?.getTime() ?? 0;
    const failures = now() - failedAt > FORGOTTEN_AFTER_MS ? 0 : row.failure_count;
    const waitMs = failedAt + waitAfter(failures, limit) - now();
    if (waitMs > 0) return waitMs;
    if (isCounted) await set(trx, key, { failure_count: failures + 1, failed_at: new Date(now()) });
    return 0;
  };

  return {
    async begin({ subject, address }) {
      await sweep();
      const network = keyOf('network', networkOf(address));
      const pair = keyOf('pair', `${networkOf(address)} ${subject}`);
      const known = await rowsOf(db, [pair]).executeTakeFirst();
      const knownAt = known?.succeeded_at?.getTime() ?? Number.NEGATIVE_INFINITY;
      const counted = now() - knownAt < KNOWN_FOR_MS ? pair : keyOf('subject', subject);
      const waitMs = await db.transaction().execute(async (trx) => {
        const early = await count(trx, network, { limit: NETWORK, isCounted: false });
        return early > 0 ? early : await count(trx, counted, { limit: SUBJECT, isCounted: true });
      });
      if (waitMs > 0) return { isAllowed: false, waitMs };
      return {
        isAllowed: true,
        async succeed() {
          if (counted !== pair) await set(db, counted, { failure_count: 0 });
          await set(db, pair, { failure_count: 0, succeeded_at: new Date(now()) });
        },
        async fail() {
          await db
            .transaction()
            .execute((trx) => count(trx, network, { limit: NETWORK, isCounted: true }));
        },
      };
    },
  };
}

interface Limit {
  readonly freeCount: number;
  readonly firstWaitMs: number;
  readonly waitMsMax: number;
}

/** Doubles with every failure beyond those that are free. */
function waitAfter(failures: number, { freeCount, firstWaitMs, waitMsMax }: Limit): number {
  if (failures < freeCount) return 0;
  return Math.min(firstWaitMs * 2 ** Math.min(failures - freeCount, 30), waitMsMax);
}

/** The address, but of IPv6 the 64 bits that one subscriber has. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : parsed.toNormalizedString().split(':', 4).join(':');
}
