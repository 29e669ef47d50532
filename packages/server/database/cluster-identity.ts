import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedDatabaseBroken } from './database-faults.ts';
import type { EmbeddedHome } from './embedded-home.ts';

/**
 * The number that PostgreSQL gave a cluster when it was made, as text: `system_identifier`, the
 * first field of its control file. Read from there, so that a cluster need not run to be known.
 *
 * @throws {EmbeddedDatabaseBroken} there is no cluster.
 */
export function readClusterIdentity({ clusterFolder }: EmbeddedHome): string {
  try {
    readFileSync(join(clusterFolder, 'PG_VERSION'));
    const control = readFileSync(join(clusterFolder, 'global', 'pg_control'));
    return control.readBigInt64LE(0).toString();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
    throw new EmbeddedDatabaseBroken(
      `the database in ${clusterFolder} is gone, and is not replaced by an empty one; ` +
        'put it back, or mount its disk again',
      { cause },
    );
  }
}

/** @throws {EmbeddedDatabaseBroken} the cluster is gone, or is another one than `identity`. */
export function refuseOtherCluster(home: EmbeddedHome, identity: string): void {
  if (readClusterIdentity(home) === identity) return;
  throw new EmbeddedDatabaseBroken(
    `${home.clusterFolder} holds another database than the one that was opened; ` +
      'put that one back, or stop Rapport and start it anew on this one',
  );
}
