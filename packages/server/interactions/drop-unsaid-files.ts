import type { Kysely } from 'kysely';
import { reasonOf } from '../logs/reason-of.ts';
import type { Tables } from '../store/tables.ts';

/** Where visitors' files lie until they are said, as a pattern of SQL: with their threads. */
export const OF_THREADS = 'thread\\_%';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So long a visitor's file may wait for its words; an agent's waits in a draft. */
const VISITORS_KEPT_MS = DAY_MS;
const AGENTS_KEPT_MS = 30 * DAY_MS;

interface Housekeeping {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly now: () => number;
  readonly notice: (message: string) => void;
}

/** Drops what was sent and never said, at once and each hour. */
export function dropUnsaidFiles({ db, centre, now, notice }: Housekeeping): AsyncDisposable {
  const drop = async (): Promise<void> => {
    try {
      await dropUnsaid(db, centre, now());
    } catch (error) {
      notice(`files that nobody said stay for another hour: ${reasonOf(error)}`);
    }
  };
  let dropping = drop();
  const hourly = setInterval(() => {
    dropping = drop();
  }, HOUR_MS);
  hourly.unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(hourly);
      await dropping;
    },
  };
}

async function dropUnsaid(db: Kysely<Tables>, centre: string, now: number): Promise<void> {
  await db
    .deleteFrom('attachment')
    .where('centre', '=', centre)
    .where('message_id', 'is', null)
    .where('at', '<', now - VISITORS_KEPT_MS)
    .where((build) =>
      build.or([
        build('interaction_id', 'like', OF_THREADS),
        build('at', '<', now - AGENTS_KEPT_MS),
      ]),
    )
    .execute();
}
