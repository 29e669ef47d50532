import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ensurePartitions } from './partitions.ts';
import type { Tables } from './tables.ts';
import * as journal from './migrations/0001-journal.ts';
import * as views from './migrations/0002-views.ts';
import * as outbox from './migrations/0003-outbox.ts';
import * as apiKeys from './migrations/0004-api-keys.ts';
import * as organisation from './migrations/0005-organisation.ts';
import * as customers from './migrations/0006-customers.ts';
import * as signIn from './migrations/0007-sign-in.ts';
import * as imports from './migrations/0009-imports.ts';
import * as lists from './migrations/0012-lists.ts';
import * as webhooks from './migrations/0010-webhooks.ts';
import * as outboxRequests from './migrations/0013-outbox-requests.ts';
import * as usedCodes from './migrations/0014-used-codes.ts';
import * as floor from './migrations/0018-floor.ts';
import * as agentNames from './migrations/0015-agent-names.ts';
import * as entryPoints from './migrations/0016-entry-points.ts';
import * as desk from './migrations/0017-desk.ts';
import * as settings from './migrations/0019-settings.ts';
import * as returnTimes from './migrations/0020-return-times.ts';
import * as centreSettings from './migrations/0021-centre-settings.ts';
import * as unsaidFiles from './migrations/0022-unsaid-files.ts';
import * as deferredWork from './migrations/0023-deferred-work.ts';
import * as waits from './migrations/0024-waits.ts';
import * as filesOfVisitors from './migrations/0025-files-of-visitors.ts';
import * as promisedTimes from './migrations/0026-promised-times.ts';
import * as parcels from './migrations/0027-parcels.ts';
import * as workHistory from './migrations/0028-work-history.ts';
import * as measures from './migrations/0029-measures.ts';
import * as skillsAndLinks from './migrations/0030-skills-and-links.ts';
import * as bonds from './migrations/0031-bonds.ts';
import * as accountsOnTheDesk from './migrations/0032-accounts-on-the-desk.ts';
import * as agreements from './migrations/0033-agreements.ts';
import * as alerts from './migrations/0034-alerts.ts';
import * as agentDays from './migrations/0035-agent-days.ts';
import * as reachability from './migrations/0036-reachability.ts';
import * as reservations from './migrations/0047-reservations.ts';
import * as promisesAfterTransfers from './migrations/0048-promises-after-transfers.ts';
import * as callbackNumbers from './migrations/0049-callback-numbers.ts';
import * as callbacks from './migrations/0050-callbacks.ts';
import * as choicesAndSilence from './migrations/0051-choices-and-silence.ts';
import * as matters from './migrations/0052-matters.ts';
import * as interruptibleAgents from './migrations/0053-interruptible-agents.ts';
import * as putAside from './migrations/0054-put-aside.ts';

/** Every migration, in order. A published one never changes. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-journal': journal,
  '0002-views': views,
  '0003-outbox': outbox,
  '0004-api-keys': apiKeys,
  '0005-organisation': organisation,
  '0006-customers': customers,
  '0007-sign-in': signIn,
  '0009-imports': imports,
  '0012-lists': lists,
  '0010-webhooks': webhooks,
  '0013-outbox-requests': outboxRequests,
  '0014-used-codes': usedCodes,
  '0015-agent-names': agentNames,
  '0016-entry-points': entryPoints,
  '0017-desk': desk,
  '0018-floor': floor,
  '0019-settings': settings,
  '0020-return-times': returnTimes,
  '0021-centre-settings': centreSettings,
  '0022-unsaid-files': unsaidFiles,
  '0023-deferred-work': deferredWork,
  '0024-waits': waits,
  '0025-files-of-visitors': filesOfVisitors,
  '0026-promised-times': promisedTimes,
  '0027-parcels': parcels,
  '0028-work-history': workHistory,
  '0029-measures': measures,
  '0030-skills-and-links': skillsAndLinks,
  '0031-bonds': bonds,
  '0032-accounts-on-the-desk': accountsOnTheDesk,
  '0033-agreements': agreements,
  '0034-alerts': alerts,
  '0035-agent-days': agentDays,
  '0036-reachability': reachability,
  '0047-reservations': reservations,
  '0048-promises-after-transfers': promisesAfterTransfers,
  '0049-callback-numbers': callbackNumbers,
  '0050-callbacks': callbacks,
  '0051-choices-and-silence': choicesAndSilence,
  '0052-matters': matters,
  '0053-interruptible-agents': interruptibleAgents,
  '0054-put-aside': putAside,
};

/** Names of the migrations that this release knows and the database lacks, in order. */
export async function pendingMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const all = await migratorOf(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/**
 * Brings the database to this release's tables, or to those of `target`. Several processes may ask
 * at once; one does it. Returns the names of what it applied.
 */
export async function migrate(db: Kysely<Tables>, target?: string): Promise<readonly string[]> {
  const migrator = migratorOf(db);
  const { error, results } =
    target === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(target);
  if (error !== undefined) throw new MigrationFailed(error);
  await ensurePartitions(db, 0);
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The tables could not be brought up to date; nothing of the failed step stays. Not retryable. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
  readonly code = 'migration-failed';

  constructor(cause: unknown) {
    super(`the tables could not be brought up to date: ${messageOf(cause)}`, { cause });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
}

/** The database was made by an older release, or never opened; `rapport start` brings it up to date. */
export class MigrationsPending extends Error {
  override readonly name = 'MigrationsPending';
  readonly code = 'migrations-pending';

  constructor(pending: readonly string[]) {
    super(`the database lacks ${pending.join(', ')}; open the centre once with: rapport start`);
  }
}

/** @throws {MigrationsPending} the tables are not those of this release. */
export async function requireMigrated(db: Kysely<Tables>): Promise<void> {
  const pending = await pendingMigrations(db);
  if (pending.length > 0) throw new MigrationsPending(pending);
}
