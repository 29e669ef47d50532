import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase, type Tables } from '@rapport/server';

/** An embedded database of its own in a temporary folder, which goes when this is closed. */
export interface ScratchDatabase extends AsyncDisposable {
  readonly dataFolder: string;
  readonly database: Database<Tables>;
}

export async function scratchDatabase(): Promise<ScratchDatabase> {
  const root = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  // Run by root, the database has an account of its own, which must get to its folder.
  await chmod(root, 0o711);
  const dataFolder = join(root, 'data');
  const database = await openDatabase<Tables>({ dataFolder, databaseUrl: undefined });
  await migrate(database.kysely);
  return {
    dataFolder,
    database,
    async [Symbol.asyncDispose]() {
      await database.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
