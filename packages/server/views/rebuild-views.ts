import type { Kysely } from 'kysely';
import { catchUp } from '../host/follower.ts';
import { requireCentre } from '../store/require-centre.ts';
import type { Tables } from '../store/tables.ts';
import { emptyViews, viewFollower } from './view-follower.ts';

/**
 * Drops a centre's views and makes them anew from its journal; returns the position reached. The
 * centre may be running: its own follower and this one take turns. No other follower moves.
 */
export async function rebuildViews(
  db: Kysely<Tables>,
  centre: string,
  onProgress: (seq: number) => void = () => undefined,
): Promise<number> {
  await requireCentre(db, centre);
  const follower = viewFollower(centre);
  await db.transaction().execute(async (trx) => {
    const start = { centre, name: follower.name, seq: 0 };
    // First, because it waits for a page that is being taken in.
    await trx
      .insertInto('follower')
      .values(start)
      .onConflict((conflict) => conflict.columns(['centre', 'name']).doUpdateSet(start))
      .execute();
    await emptyViews(trx, centre);
  });
  return await catchUp(db, centre, follower, { onProgress });
}
