import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { viewFollower } from '../views/view-follower.ts';

const WAIT_MS_MAX = 2_000;
const POLL_MS = 10;

/**
 * Waits until a centre's views show a position, for two seconds at most; says whether they do.
 * However many wait, the database is asked by one of them at a time, and each 10 ms.
 */
export function viewWaiter(
  db: Kysely<Tables>,
  centre: string,
): (position: number) => Promise<boolean> {
  const { name } = viewFollower(centre);
  const read = async (): Promise<number> => {
    const row = await db
      .selectFrom('follower')
      .select('seq')
      .where('centre', '=', centre)
      .where('name', '=', name)
      .executeTakeFirst();
    return row?.seq ?? 0;
  };
  // Asked anew each time, because the views may be made anew meanwhile, also by another process.
  const shown = together(read);
  const shownLater = together(async () => {
    await sleep(POLL_MS);
    return await shown();
  });
  return async (position) => {
    const giveUpAt = performance.now() + WAIT_MS_MAX;
    for (let seq = await shown(); seq < position; seq = await shownLater()) {
      if (performance.now() > giveUpAt) return false;
    }
    return true;
  };
}

/** Does the work once for everybody who asks while it is being done. */
function together<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let underway: Promise<Value> | undefined;
  return () =>
    (underway ??= work().finally(() => {
      underway = undefined;
    }));
}
