import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingsError } from '../read-settings.ts';

// What is wrong when the path is: anything else, such as a full disk, is no fault of the setting.
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  EROFS: 'is on a read-only file system',
  ENOENT: 'takes no folders',
  ENOTDIR: 'is not a folder',
  EEXIST: 'is not a folder',
  ENAMETOOLONG: 'has no room for so long a name',
  ELOOP: 'is a link that leads back to itself',
};

/**
 * Makes a folder of the data folder's path, and those above it that are missing. One by one:
 * Node's own way to make them all never ends in a file system that takes none, such as /proc.
 *
 * @throws {SettingsError} it cannot be made there, or is no folder.
 */
export function makeFolder(folder: string, mode: number): void {
  for (const missing of missingFolders(folder)) {
    try {
      mkdirSync(missing, { mode });
    } catch (cause) {
      // Another process may have made it meanwhile.
      if (isFolder(missing) === true) continue;
      const at = codeOf(cause) === 'EEXIST' ? missing : dirname(missing);
      throw unusable(folder, at, cause);
    }
  }
}

/** @throws {SettingsError} the path, or one above it, is there and no folder. */
export function refuseNonFolder(folder: string): void {
  missingFolders(folder);
}

/** From the uppermost down. */
function missingFolders(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    let found: boolean | undefined;
    try {
      found = isFolder(at);
    } catch (cause) {
      throw unusable(folder, codeOf(cause) === 'EACCES' ? dirname(at) : at, cause);
    }
    if (found === true) return missing;
    if (found === false) throw new SettingsError(messageOf(folder, `${at} is not a folder`));
    missing.unshift(at);
  }
}

/** Undefined when nothing is there. */
function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function unusable(folder: string, at: string, cause: unknown): unknown {
  const reason = REASONS[codeOf(cause)];
  if (reason === undefined) return cause;
  return new SettingsError(messageOf(folder, `${at} ${reason}`), { cause });
}

function messageOf(folder: string, found: string): string {
  return (
    `RAPPORT_DATA leads to ${folder}, and ${found}; ` +
    'expected a path to a folder that this user may write, or make'
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
