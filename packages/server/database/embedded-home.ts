import { createHash, randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, lchown, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Binaries, copyBinaries, findEmbeddedBinaries } from './embedded-binaries.ts';
import { EmbeddedDatabaseBroken } from './database-faults.ts';
import { draftOf } from './draft.ts';
import { makeFolder } from './make-folder.ts';
import { type Account, ensureServerAccount } from './server-account.ts';

/** Where an embedded server lives and whom it runs as. */
export interface EmbeddedHome {
  readonly binaries: Binaries;
  /** PostgreSQL's own data directory. */
  readonly clusterFolder: string;
  readonly socketFolder: string;
  readonly logFile: string;
  /** Undefined: as whoever runs Rapport. */
  readonly account: Account | undefined;
}

/** A socket's path may have 107 bytes on Linux and 103 on macOS, `/.s.PGSQL.5432` included. */
export const SOCKET_FOLDER_BYTES_MAX = 85;

const SYSTEM_FOLDER = '/var/lib/rapport';
// Not the environment's TMPDIR: every process must come to the same place, whoever started it.
const SHORT_FOLDER = '/tmp';

/**
 * Settles where the embedded server of a data folder lives, and makes its folders:
 * - as an ordinary user: in the data folder, with the installed binaries;
 * - as root: with a copy of the binaries, as the owner of an existing database, else as the
 *   account `rapport`; in the data folder when that account can reach it, else under
 *   /var/lib/rapport, which the file `postgres/location` then says.
 *
 * @throws {EmbeddedDatabaseBroken} there is no such place.
 * @throws {SettingsError} the data folder is no folder, or cannot be made or written.
 */
export async function prepareEmbeddedHome(dataFolder: string): Promise<EmbeddedHome> {
  const installed = findEmbeddedBinaries();
  const isRoot = process.getuid?.() === 0;
  // As root the server's account must be able to pass through, though not to look around.
  makeFolder(dataFolder, isRoot ? 0o711 : 0o700);
  const ownFolder = join(realpathSync(dataFolder), 'postgres');
  makeFolder(ownFolder, 0o700);
  if (!isRoot) {
    refuseOthers(ownFolder);
    refuseElsewhere(ownFolder);
    return await homeIn(ownFolder, installed, undefined);
  }
  const account = ownerOfCluster(ownFolder) ?? (await ensureServerAccount());
  await makeOpen(SYSTEM_FOLDER);
  const target = `${SYSTEM_FOLDER}/postgres-${installed.version}`;
  const binaries = await copyBinaries(installed, target);
  return await homeIn(await folderFor(account, ownFolder), binaries, account);
}

/**
 * Whether a data folder has an embedded database, wherever it lives.
 *
 * @throws {EmbeddedDatabaseBroken} this user may not look.
 */
export function hasEmbeddedDatabase(dataFolder: string): boolean {
  const ownFolder = join(dataFolder, 'postgres');
  return isThere(join(readLocation(ownFolder) ?? ownFolder, 'data', 'PG_VERSION'));
}

async function homeIn(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<EmbeddedHome> {
  await makePrivate(folder, account);
  const socketFolder = socketFolderFor(folder);
  await makePrivate(socketFolder, account);
  refuseForeign(socketFolder, account);
  return {
    binaries,
    clusterFolder: join(folder, 'data'),
    socketFolder,
    logFile: join(folder, 'postgres.log'),
    account,
  };
}

function refuseOthers(ownFolder: string): void {
  if (statSync(ownFolder).uid === process.getuid?.()) return;
  throw new EmbeddedDatabaseBroken(
    `${ownFolder} belongs to another user; run Rapport as that user, as root, ` +
      'or choose another data folder',
  );
}

/** A server that root set up elsewhere is not this user's to run; a second one would hide it. */
function refuseElsewhere(ownFolder: string): void {
  const elsewhere = readLocation(ownFolder);
  if (elsewhere === undefined) return;
  throw new EmbeddedDatabaseBroken(
    `the database of this data folder was created by root and lives in ${elsewhere}; ` +
      'run Rapport as root, or choose another data folder',
  );
}

function ownerOfCluster(ownFolder: string): Account | undefined {
  const cluster = join(ownFolder, 'data');
  if (!existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { uid, gid };
}

async function folderFor(account: Account, ownFolder: string): Promise<string> {
  const recorded = readLocation(ownFolder);
  if (recorded !== undefined) return recorded;
  const barrier = unreachableParent(account, ownFolder);
  if (barrier === undefined) return ownFolder;
  if (existsSync(join(ownFolder, 'data'))) {
    throw new EmbeddedDatabaseBroken(
      `the account that runs the embedded PostgreSQL can no longer enter ${barrier}`,
      { mend: `chmod o+x ${barrier}` },
    );
  }
  return await chooseElsewhere(ownFolder);
}

/**
 * A place outside, new even where this data folder had one before: who deletes a data folder must
 * not meet its old database in the next one.
 */
async function chooseElsewhere(ownFolder: string): Promise<string> {
  const parent = `${SYSTEM_FOLDER}/data`;
  await makeOpen(parent);
  const chosen = `${parent}/${shortHash(ownFolder)}-${randomBytes(4).toString('hex')}`;
  const location = join(ownFolder, 'location');
  const draft = draftOf(location);
  await writeFile(draft, `${chosen}\n`);
  try {
    // Unlike a rename, this fails when another process has chosen meanwhile.
    await link(draft, location);
  } catch (error) {
    if (!existsSync(location)) throw error;
  } finally {
    await rm(draft);
  }
  return readLocation(ownFolder) ?? chosen;
}

function readLocation(ownFolder: string): string | undefined {
  const file = join(ownFolder, 'location');
  return isThere(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    if (code !== 'EACCES') throw cause;
    throw new EmbeddedDatabaseBroken(
      `${dirname(path)} is closed to this user; run Rapport as the user whose database it is, ` +
        'or as root',
      { cause },
    );
  }
}

/** The first folder above `folder` that the account cannot enter. */
export function unreachableParent(account: Account, folder: string): string | undefined {
  const parents: string[] = [];
  for (let at = dirname(folder); ; at = dirname(at)) {
    parents.unshift(at);
    if (at === dirname(at)) break;
  }
  return parents.find((parent) => {
    const { uid, gid, mode } = statSync(parent);
    if (uid === account.uid) return (mode & 0o100) === 0;
    if (gid === account.gid) return (mode & 0o010) === 0;
    return (mode & 0o001) === 0;
  });
}

/** Inside `folder` when the path is short enough for a socket, else under the temp folder. */
export function socketFolderFor(folder: string): string {
  const inside = join(folder, 'socket');
  if (Buffer.byteLength(inside) <= SOCKET_FOLDER_BYTES_MAX) return inside;
  return join(SHORT_FOLDER, `rapport-${shortHash(folder)}`);
}

/** A folder that every account may pass through, whatever the umask. */
async function makeOpen(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

async function makePrivate(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Only what root made is handed over: in a temp folder the name may be taken by a stranger.
  if (account !== undefined && lstatSync(folder).uid === 0) {
    await lchown(folder, account.uid, account.gid);
  }
}

/** In a temp folder anyone may have made the folder first, and would own the socket's place. */
function refuseForeign(folder: string, account: Account | undefined): void {
  const found = lstatSync(folder);
  const isOurs = found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.());
  if (isOurs && (found.mode & 0o077) === 0) return;
  throw new EmbeddedDatabaseBroken(
    `${folder}, where the database's socket belongs, is not a private folder of its account`,
    { mend: `rm -r ${folder}` },
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
