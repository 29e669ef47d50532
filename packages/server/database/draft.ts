import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where this process builds a file or folder before it is moved to `target` in one step. */
export function draftOf(target: string): string {
  return `${target}.draft-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Removes drafts of `target` whose processes have ended before they were done. */
export async function dropAbandonedDrafts(target: string): Promise<void> {
  const folder = dirname(target);
  const prefix = `${basename(target)}.draft-`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
