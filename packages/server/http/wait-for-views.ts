import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { viewFollower } from '../views/view-follower.ts';

const WAIT_MS_MAX = 2_000;
const POLL_MS = 10;

/** Waits until a centre's views show a position, for two seconds at most; says whether they do. */
export function viewWaiter(
  db: Kysely<Tables>,
  centre: string,
): (position: number) => Promise<boolean> {
  const { name } = viewFollower(centre);
  const shown = async (): Promise<number> => {
    const row = await db
      .selectFrom('follower')
      .select('seq')
      .where('centre', '=', centre)
      .where('name', '=', name)
      .executeTakeFirst();
    return row?.seq ?? 0;
  };
  return async (position) => {
    const giveUpAt = performance.now() + WAIT_MS_MAX;
    for (;;) {
      if ((await shown()) >= position) return true;
      if (performance.now() > giveUpAt) return false;
      await sleep(POLL_MS);
    }
  };
}
