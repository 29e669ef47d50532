import type { Kysely } from 'kysely';
import { migrate, pendingMigrations } from '../store/migrate.ts';
import { ensurePartitions } from '../store/partitions.ts';
import type { Tables } from '../store/tables.ts';

/** What a restore needs of the migrations. */
export interface SchemaSteps {
  /** Names of the migrations that this release knows and the database lacks, in order. */
  readonly pending: () => Promise<readonly string[]>;
  /** Brings the tables to those of `name`, or to this release's. */
  readonly migrateTo: (name?: string) => Promise<unknown>;
  /** Makes the journal's partitions for every position up to `seqMax`. */
  readonly preparePartitions: (seqMax: number) => Promise<void>;
}

// Any step that is no longer than a partition comes by each of them.
const STEP = 1_000_000;

/** The steps of this release's tables. */
export function schemaSteps(db: Kysely<Tables>): SchemaSteps {
  return {
    pending: () => pendingMigrations(db),
    migrateTo: (name) => migrate(db, name),
    preparePartitions: async (seqMax) => {
      for (let seq = 0; seq < seqMax; seq += STEP) await ensurePartitions(db, seq);
      await ensurePartitions(db, seqMax);
    },
  };
}
