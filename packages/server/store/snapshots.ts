import {
  createDesk,
  restoreDesk,
  SNAPSHOT_FORMAT,
  snapshotDesk,
  type SnapshotRecord,
} from '@rapport/core';
import type { Kysely } from 'kysely';
import type { DeskAt } from '../host/fold-history.ts';
import type { Tables } from './tables.ts';

/** Where a snapshot stands, and how many parts it must have. */
export interface SnapshotHead {
  readonly seq: number;
  readonly part_count: number;
}

const RECORDS_PER_PART = 2_000;
/** The newest, and the one before in case the newest turns out to be unreadable. */
const KEPT = 2;

/**
 * Stores the desk as it is at `seq`, and drops the snapshots that nobody needs any more.
 * A snapshot is a cache: without one the history is folded from its beginning.
 */
export async function storeSnapshot(
  db: Kysely<Tables>,
  centre: string,
  { desk, seq }: DeskAt,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('snapshot_part')
      .where('centre', '=', centre)
      .where('seq', '=', seq)
      .execute();
    let part = 0;
    for (const records of partsOf(desk)) {
      await trx.insertInto('snapshot_part').values({ centre, seq, part, records }).execute();
      part++;
    }
    const head = { centre, seq, format: SNAPSHOT_FORMAT, part_count: part };
    await trx
      .insertInto('snapshot')
      .values(head)
      .onConflict((conflict) => conflict.columns(['centre', 'seq']).doUpdateSet(head))
      .execute();
    await dropOld(trx, centre);
  });
}

/** The snapshots of this release's format that the journal reaches up to, newest first. */
export async function snapshotHeads(
  db: Kysely<Tables>,
  centre: string,
): Promise<readonly SnapshotHead[]> {
  return await db
    .selectFrom('snapshot')
    .select(['seq', 'part_count'])
    .where('centre', '=', centre)
    .where('format', '=', SNAPSHOT_FORMAT)
    .where('seq', '<=', (build) =>
      build
        .selectFrom('journal')
        .select((journal) => journal.fn.max('seq').as('seq'))
        .where('centre', '=', centre),
    )
    .orderBy('seq', 'desc')
    .execute();
}

/** A stored snapshot, or undefined where it cannot be read: a cache may spoil, history may not. */
export async function readSnapshot(
  db: Kysely<Tables>,
  centre: string,
  { seq, part_count }: SnapshotHead,
): Promise<DeskAt | undefined> {
  const parts = await db
    .selectFrom('snapshot_part')
    .select('records')
    .where('centre', '=', centre)
    .where('seq', '=', seq)
    .orderBy('part')
    .execute();
  if (parts.length !== part_count) return undefined;
  try {
    return { desk: restoreDesk(recordsOf(parts)), seq };
  } catch {
    // Its text or its records contradict themselves; what they are worth stands in the journal.
    return undefined;
  }
}

/** The newest snapshot that can be read; undefined when there is none. */
export async function loadSnapshot(
  db: Kysely<Tables>,
  centre: string,
): Promise<DeskAt | undefined> {
  for (const head of await snapshotHeads(db, centre)) {
    const snapshot = await readSnapshot(db, centre, head);
    if (snapshot !== undefined) return snapshot;
  }
  return undefined;
}

/** The newest snapshot, or the beginning of history where there is none. */
export async function loadSnapshotOrBegin(db: Kysely<Tables>, centre: string): Promise<DeskAt> {
  return (await loadSnapshot(db, centre)) ?? { desk: createDesk(), seq: 0 };
}

function* partsOf(desk: DeskAt['desk']): Generator<string> {
  let records: SnapshotRecord[] = [];
  for (const record of snapshotDesk(desk)) {
    records.push(record);
    if (records.length < RECORDS_PER_PART) continue;
    yield JSON.stringify(records);
    records = [];
  }
  if (records.length > 0) yield JSON.stringify(records);
}

function* recordsOf(parts: readonly { readonly records: string }[]): Generator<SnapshotRecord> {
  for (const { records } of parts) yield* JSON.parse(records) as SnapshotRecord[];
}

async function dropOld(db: Kysely<Tables>, centre: string): Promise<void> {
  const kept = await db
    .selectFrom('snapshot')
    .select('seq')
    .where('centre', '=', centre)
    .orderBy('seq', 'desc')
    .limit(KEPT)
    .execute();
  const oldest = kept.at(-1)?.seq ?? 0;
  for (const table of ['snapshot', 'snapshot_part'] as const) {
    await db.deleteFrom(table).where('centre', '=', centre).where('seq', '<', oldest).execute();
  }
}
