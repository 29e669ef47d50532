import { constants, type Stats } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from './cli-command.ts';

/** @throws {UsageError} `path` is not a file that can be read. */
export async function requireReadableFile(path: string): Promise<void> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new UsageError(`Cannot read '${path}': ${reason}.`, { cause });
  };
  const found = (await statOf(path, refuse)) ?? refuse('there is no such file');
  refuseOtherThanFile(found, refuse);
  await access(path, constants.R_OK).catch((error: unknown) => refuse(reasonOf(error), error));
}

/** @throws {UsageError} no file can be written at `path`, or something else than a file is there. */
export async function requirePlaceForFile(path: string): Promise<void> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new UsageError(`Cannot write '${path}': ${reason}.`, { cause });
  };
  const found = await statOf(path, refuse);
  if (found !== undefined) refuseOtherThanFile(found, refuse);
  const folder = dirname(resolve(path));
  const above = (await statOf(folder, refuse)) ?? refuse(`there is no folder ${folder}`);
  if (!above.isDirectory()) refuse(`${folder} is not a folder`);
  await access(folder, constants.W_OK | constants.X_OK).catch((error: unknown) =>
    refuse(`${folder}: ${reasonOf(error)}`, error),
  );
}

type Refuse = (reason: string, cause?: unknown) => never;

/** Undefined when nothing is there. */
async function statOf(path: string, refuse: Refuse): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : refuse(reasonOf(error), error);
  }
}

function refuseOtherThanFile(found: Stats, refuse: Refuse): void {
  if (found.isDirectory()) refuse('it is a folder');
  // A pipe cannot be read twice, and a device must not be replaced.
  if (!found.isFile()) refuse('it is not an ordinary file');
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not';
  if (code === 'EROFS') return 'its file system is read-only';
  return error instanceof Error ? error.message : String(error);
}
