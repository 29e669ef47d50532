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
  readonly key: Buffer;
  readonly now: () => number;
}

/** What a try is counted against. */
type Rules = readonly (readonly [key: string, limit: Limit])[];

/** What came of asking for a try: it was counted, or it came too early by so much. */
export interface Taken {
  /** 0 when it was counted. */
  readonly waitMs: number;
  readonly at: Date;
  /** When the one before failed, by key. */
  readonly failedBefore: ReadonlyMap<string, Date | null>;
}

/** What is counted of tries, in the database: a restart forgives nobody. Keys are kept as hashes. */
export interface TryCounts {
  /**
   * Counts a try as a failure already, against each of the keys, or else against none: then it says how
   * long to wait. Row locks make tries at once follow each other, so the keys come in one order.
   */
  readonly take: (rules: Rules) => Promise<Taken>;
  /** Takes a try that did not fail from the count again, as if it had not been made. */
  readonly giveBack: (key: string, taken: Taken) => Promise<void>;
  readonly forgive: (key: string, succeeded?: 'succeeded') => Promise<void>;
  /** Whether it succeeded in the last thirty days. */
  readonly isKnown: (key: string) => Promise<boolean>;
  /** Lets go of what is older than that. */
  readonly sweep: () => Promise<void>;
}

export function tryCounts(db: Kysely<Tables>, options: TryCountsOptions): TryCounts {
  const rows = throttleRows(options);
  const { now } = options;
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    take: async (rules) =>
      await db.transaction().execute(async (trx) => await take(trx, { rows, rules, now })),
    async giveBack(key, { at, failedBefore }) {
      const before = failedBefore.get(key) ?? null;
      const failed_at = sql<Date | null>`
        case when failed_at = ${at} then ${before}::timestamptz else failed_at end`;
      const failure_count = sql<number>`greatest(failure_count - 1, 0)`;
      await rows.update(db, key).set({ failure_count, failed_at }).execute();
    },
    async forgive(key, succeeded) {
      const succeeded_at = succeeded && new Date(now());
      await rows.set(db, key, { failure_count: 0, ...(succeeded_at && { succeeded_at }) });
    },
    async isKnown(key) {
      const at = (await rows.of(db, key).executeTakeFirst())?.succeeded_at?.getTime();
      return at !== undefined && now() - at < KEPT_MS;
    },
    async sweep() {
      if (now() - sweptAt < SWEEP_EVERY_MS) return;
      sweptAt = now();
      const latest = sql`coalesce(greatest(failed_at, succeeded_at), 'epoch')`;
      await db
        .deleteFrom('sign_in_throttle')
        .where('centre', '=', options.centre)
        .where(latest, '<', new Date(now() - KEPT_MS))
        .execute();
    },
  };
}

type Rows = ReturnType<typeof throttleRows>;

/** The rows of a centre, by what is counted. */
function throttleRows({ centre, key: hashKey }: TryCountsOptions) {
  const hashed = (key: string): string =>
    createHmac('sha256', hashKey).update(key).digest('base64url');
  return {
    of: (on: Kysely<Tables>, key: string) =>
      on
        .selectFrom('sign_in_throttle')
        .selectAll()
        .where('centre', '=', centre)
        .where('key', '=', hashed(key)),
    update: (on: Kysely<Tables>, key: string) =>
      on
        .updateTable('sign_in_throttle')
        .where('centre', '=', centre)
        .where('key', '=', hashed(key)),
    async set(
      on: Kysely<Tables>,
      key: string,
      values: { failure_count?: number; failed_at?: Date; succeeded_at?: Date },
    ): Promise<void> {
      await on
        .insertInto('sign_in_throttle')
        .values({ centre, key: hashed(key), ...values })
        .onConflict((conflict) => conflict.columns(['centre', 'key']).doUpdateSet(values))
        .execute();
    },
    async makeSure(on: Kysely<Tables>, key: string): Promise<void> {
      await on
        .insertInto('sign_in_throttle')
        .values({ centre, key: hashed(key) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

async function take(
  trx: Transaction<Tables>,
  { rows, rules, now }: { rows: Rows; rules: Rules; now: () => number },
): Promise<Taken> {
  const failures = new Map<string, number>();
  const failedBefore = new Map<string, Date | null>();
  let waitMs = 0;
  let at = now();
  for (const [key, limit] of rules) {
    await rows.makeSure(trx, key);
    const { failure_count, failed_at } = await rows
      .of(trx, key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // Waiting for the lock takes its time.
    at = now();
    const failedAt = failed_at?.getTime() ?? 0;
    const count = at - failedAt > FORGOTTEN_AFTER_MS ? 0 : failure_count;
    failures.set(key, count);
    failedBefore.set(key, failed_at);
    waitMs = Math.max(waitMs, failedAt + waitAfter(count, limit) - at);
  }
  const taken = { waitMs, at: new Date(at), failedBefore };
  if (waitMs > 0) return taken;
  for (const [key, count] of failures) {
    await rows.set(trx, key, { failure_count: count + 1, failed_at: taken.at });
  }
  return taken;
}

/** Doubles with every failure beyond those that are free. */
function waitAfter(failures: number, { freeCount, firstWaitMs, waitMsMax }: Limit): number {
  if (failures < freeCount) return 0;
  return Math.min(firstWaitMs * 2 ** Math.min(failures - freeCount, 30), waitMsMax);
}
