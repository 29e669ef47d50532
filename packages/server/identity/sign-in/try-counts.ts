import { createHmac } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';

const DAY_MS = 24 * 60 * 60_000;
const FORGOTTEN_AFTER_MS = DAY_MS;
const KEPT_MS = 30 * DAY_MS;
const SWEEP_EVERY_MS = 60 * 60_000;

/** How many failures cost nothing, and how the wait grows after them. */
export interface Limit {
  readonly freeCount: number;
  readonly firstWaitMs: number;
  readonly waitMsMax: number;
}

export interface TryCountsOptions {
  readonly centre: string;
  readonly secret: string;
  readonly now: () => number;
}

/** What is counted of tries, in the database: a restart forgives nobody. Keys are kept as hashes. */
export interface TryCounts {
  /**
   * How long to wait before the next try; 0 when it may be made at once, and then, if so asked, it is
   * counted as a failure already. A row lock makes tries at once follow each other.
   */
  readonly take: (
    trx: Transaction<Tables>,
    key: string,
    rule: { readonly limit: Limit; readonly isCounted: boolean },
  ) => Promise<number>;
  readonly forgive: (key: string, succeeded?: 'succeeded') => Promise<void>;
  /** Whether it succeeded in the last thirty days. */
  readonly isKnown: (key: string) => Promise<boolean>;
  /** Lets go of what is older than that. */
  readonly sweep: () => Promise<void>;
}

export function tryCounts(
  db: Kysely<Tables>,
  { centre, secret, now }: TryCountsOptions,
): TryCounts {
  let sweptAt = Number.NEGATIVE_INFINITY;
  const hashed = (key: string): string =>
    createHmac('sha256', secret).update(`throttle ${key}`).digest('base64url');
  const rowOf = (on: Kysely<Tables>, key: string) =>
    on
      .selectFrom('sign_in_throttle')
      .selectAll()
      .where('centre', '=', centre)
      .where('key', '=', hashed(key));
  const set = async (
    on: Kysely<Tables>,
    key: string,
    values: { failure_count: number; failed_at?: Date; succeeded_at?: Date },
  ): Promise<void> => {
    await on
      .insertInto('sign_in_throttle')
      .values({ centre, key: hashed(key), ...values })
      .onConflict((conflict) => conflict.columns(['centre', 'key']).doUpdateSet(values))
      .execute();
  };
  return {
    async take(trx, key, { limit, isCounted }) {
      await trx
        .insertInto('sign_in_throttle')
        .values({ centre, key: hashed(key) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await rowOf(trx, key).forUpdate().executeTakeFirstOrThrow();
      const at = now();
      const failedAt = row.failed_at?.getTime() ?? 0;
      const failures = at - failedAt > FORGOTTEN_AFTER_MS ? 0 : row.failure_count;
      const waitMs = failedAt + waitAfter(failures, limit) - at;
      if (waitMs > 0) return waitMs;
      if (isCounted) await set(trx, key, { failure_count: failures + 1, failed_at: new Date(at) });
      return 0;
    },
    async forgive(key, succeeded) {
      await set(db, key, { failure_count: 0, ...(succeeded && { succeeded_at: new Date(now()) }) });
    },
    async isKnown(key) {
      const at = (await rowOf(db, key).executeTakeFirst())?.succeeded_at?.getTime();
      return at !== undefined && now() - at < KEPT_MS;
    },
    async sweep() {
      if (now() - sweptAt < SWEEP_EVERY_MS) return;
      sweptAt = now();
      const latest = sql`coalesce(greatest(failed_at, succeeded_at), 'epoch')`;
      await db
        .deleteFrom('sign_in_throttle')
        .where('centre', '=', centre)
        .where(latest, '<', new Date(now() - KEPT_MS))
        .execute();
    },
  };
}

/** Doubles with every failure beyond those that are free. */
function waitAfter(failures: number, { freeCount, firstWaitMs, waitMsMax }: Limit): number {
  if (failures < freeCount) return 0;
  return Math.min(firstWaitMs * 2 ** Math.min(failures - freeCount, 30), waitMsMax);
}
