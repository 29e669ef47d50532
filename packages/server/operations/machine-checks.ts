import { execFile } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedDatabaseBroken } from '../database/database-faults.ts';
import { findEmbeddedBinaries } from '../database/embedded-binaries.ts';
import { SOCKET_FOLDER_BYTES_MAX, socketFolderFor } from '../database/embedded-home.ts';
import type { Settings } from '../settings.ts';
import { type Check, check, failed, ok, warning } from './check.ts';

const run = promisify(execFile);

const NODE_MAJOR_MIN = 24;
const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
const FREE_BYTES_WARNING = GIB;
// PostgreSQL stops all writing when it cannot extend its log.
const FREE_BYTES_FAILED = 200 * MIB;

/** The Node that runs this, and not the machine's, is what counts. */
export async function checkNode(version = process.versions.node): Promise<Check> {
  return await check('node', () =>
    Number.parseInt(version, 10) >= NODE_MAJOR_MIN
      ? ok(version)
      : failed(`${version}, and ${NODE_MAJOR_MIN} or newer is needed`, 'npm install'),
  );
}

/** Whether what the centre keeps can be written. Makes nothing. */
export async function checkDataFolder(folder: string): Promise<Check> {
  return await check('data-folder', async () => {
    const existing = nearestExisting(folder);
    if (!(await stat(existing)).isDirectory()) return failed(`${existing} is not a folder`);
    try {
      await access(existing, constants.W_OK | constants.X_OK);
    } catch {
      return failed(`${existing} cannot be written`, `chown "$(id -un)" ${existing}`);
    }
    return existing === folder ? ok(folder) : ok(`${folder}, which the first start makes`);
  });
}

export async function checkDiskSpace(folder: string): Promise<Check> {
  return await check('disk-space', async () => {
    const { bavail, bsize } = await statfs(nearestExisting(folder));
    const freeBytes = bavail * bsize;
    const found = `${(freeBytes / GIB).toFixed(1)} GiB free at ${folder}`;
    if (freeBytes < FREE_BYTES_FAILED) return failed(found, `df -h ${nearestExisting(folder)}`);
    return freeBytes < FREE_BYTES_WARNING ? warning(found) : ok(found);
  });
}

/** Whether the PostgreSQL that came along is whole and runs here. */
export async function checkBinaries(): Promise<Check> {
  return await check('embedded-postgresql', async () => {
    try {
      const { folder } = findEmbeddedBinaries();
      const { stdout } = await run(join(folder, 'bin', 'postgres'), ['--version']);
      return ok(stdout.trim());
    } catch (error) {
      if (error instanceof EmbeddedDatabaseBroken) return failed(error.finding, error.mend);
      const message = error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : '';
      return failed(`it does not run: ${message}`, 'npm rebuild');
    }
  });
}

/** A path too long for a socket is no fault, but good to know for whoever looks for it. */
export async function checkSocket(dataFolder: string): Promise<Check> {
  return await check('socket', () => {
    const folder = join(dataFolder, 'postgres');
    const socketFolder = socketFolderFor(folder);
    if (dirname(socketFolder) === folder) return ok(socketFolder);
    return ok(
      `${socketFolder}, because in the data folder its path would have more than ` +
        `${SOCKET_FOLDER_BYTES_MAX} bytes`,
    );
  });
}

/** Whether the centre could listen, or does. `server` says who serves the centre, if anybody. */
export async function checkPort(
  { host, port }: Pick<Settings, 'host' | 'port'>,
  server: string | undefined,
): Promise<Check> {
  return await check('port', async () => {
    const code = await tryListening(host, port);
    const place = `${host}:${port}`;
    if (code === undefined) return ok(port === 0 ? 'any that is free' : `${place} is free`);
    if (code === 'EADDRINUSE') {
      if (server !== undefined)
        return ok(`${place} is in use, and the centre is served by ${server}`);
      return failed(
        `${place} is in use by another program`,
        `RAPPORT_PORT=${port + 1} npx rapport start`,
      );
    }
    if (code === 'EACCES') return failed(`${place} is reserved for root`, 'unset RAPPORT_PORT');
    return failed(`${place} cannot be listened on (${code})`, 'unset RAPPORT_HOST');
  });
}

async function tryListening(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}
