import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { attachEmbedded, embeddedConnection, leaveEmbedded } from '../database/embedded-server.ts';
import { type EmbeddedHome, prepareEmbeddedHome } from '../database/embedded-home.ts';
import { ensureServerAccount } from '../database/server-account.ts';
import { sweepAbandonedFolders, temporaryFolder } from './temporary-folder.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** A running server whose databases tests may create and drop. */
export interface TestServer {
  /** A superuser's way in, to the database `postgres`. */
  readonly admin: ClientConfig;
}

/** The servers of one test run; plain data, because it travels from the set-up to the workers. */
export interface TestServers {
  readonly embedded: TestServer & { readonly dataFolder: string };
  readonly external: TestServer;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServers: TestServers;
  }
}

/** Starts a PostgreSQL of each kind in a temporary folder; `stop` ends them and removes it. */
export async function startTestServers(): Promise<{
  readonly servers: TestServers;
  readonly stop: () => Promise<void>;
}> {
  if (existsSync('/proc/self')) await sweepAbandonedFolders();
  const root = await temporaryFolder();
  const dataFolder = join(root, 'embedded');
  const [embeddedHome, externalHome] = await Promise.all([
    prepareEmbeddedHome(dataFolder),
    debianHome(join(root, 'external')),
  ]);
  const [embedded, external] = await Promise.all([
    attachEmbedded(embeddedHome),
    attachEmbedded(externalHome),
  ]);
  return {
    servers: {
      embedded: { dataFolder, admin: embeddedConnection(embeddedHome, 'postgres') },
      external: { admin: embeddedConnection(externalHome, 'postgres') },
    },
    stop: async () => {
      await Promise.all([
        leaveEmbedded(embeddedHome, embedded),
        leaveEmbedded(externalHome, external),
      ]);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/**
 * A home for the PostgreSQL that Debian packages, run as an administrator would run his own.
 *
 * @throws when it is not installed: a test that needs it must fail, not vanish.
 */
async function debianHome(folder: string): Promise<EmbeddedHome> {
  const version = newestDebianVersion();
  const account = process.getuid?.() === 0 ? await ensureServerAccount() : undefined;
  const socketFolder = join(folder, 'socket');
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  if (account !== undefined) {
    await chown(folder, account.uid, account.gid);
    await chown(socketFolder, account.uid, account.gid);
  }
  return {
    binaries: {
      folder: join(DEBIAN_FOLDER, version),
      version,
      localeArguments: ['--locale=C.UTF-8'],
    },
    clusterFolder: join(folder, 'data'),
    socketFolder,
    logFile: join(folder, 'postgres.log'),
    account,
  };
}

function newestDebianVersion(): string {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const newest = versions
    .filter((name) => existsSync(join(DEBIAN_FOLDER, name, 'bin', 'postgres')))
    .sort((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined) return newest;
  throw new Error(
    `there is no PostgreSQL in ${DEBIAN_FOLDER}; install what the tests need with: npm run setup:test`,
  );
}
