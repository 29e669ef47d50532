import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program of `floors` to its end and returns what it printed. @throws {Error} it failed. */
export async function runFloor(
  file: string,
  given: readonly (string | number)[],
): Promise<Readonly<Record<string, unknown>>> {
  const path = join(import.meta.dirname, 'floors', file);
  const { stdout } = await run(process.execPath, [path, ...given.map(String)]);
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
}
