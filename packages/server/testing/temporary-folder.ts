import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const MEMORY = '/dev/shm';
const DISK = '/tmp';
const ROOM_BYTES = 2 * 1024 ** 3;
const PREFIX = 'rapport-test-';

/**
 * A fresh folder that any account may pass through; the caller removes it. In memory where there is
 * room: a database is then made in 20 ms, and on a busy disk in 600.
 */
export async function temporaryFolder(): Promise<string> {
  const place = (await hasRoom(MEMORY)) ? MEMORY : DISK;
  const folder = await mkdtemp(join(place, `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o711);
  return folder;
}

/** Ends the servers of test runs that were killed, and removes what those runs left. */
export async function sweepAbandonedFolders(): Promise<void> {
  for (const place of [MEMORY, DISK].filter((folder) => existsSync(folder))) {
    for (const name of readdirSync(place)) {
      const pid = /^rapport-test-(\d+)-/.exec(name)?.[1];
      if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
      await stopServersIn(join(place, name));
      await rm(join(place, name), { recursive: true, force: true });
    }
  }
}

async function stopServersIn(folder: string): Promise<void> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('postmaster.pid')) continue;
    const file = join(folder, path);
    const pid = Number.parseInt(await readFile(file, 'utf8'), 10);
    // Only one that works there: the number may be another process's by now.
    if (!isWorkingIn(pid, dirname(file))) continue;
    process.kill(pid, 'SIGQUIT');
  }
}

function isWorkingIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    // It has ended, or is somebody else's.
    return false;
  }
}

async function hasRoom(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > ROOM_BYTES;
}
