import type { Kysely } from 'kysely';
import { type DeskAt, foldHistory } from '../host/fold-history.ts';
import type { Journal } from './journal.ts';
import { loadSnapshotOrBegin } from './snapshots.ts';
import type { Tables } from './tables.ts';

/** Makes a centre's desk from its newest snapshot and the history after it. */
export async function recoverDesk(
  { db, journal, centre }: { db: Kysely<Tables>; journal: Journal; centre: string },
  onProgress?: (seq: number) => void,
): Promise<DeskAt> {
  return await foldHistory(journal, await loadSnapshotOrBegin(db, centre), onProgress);
}
