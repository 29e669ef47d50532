import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** From which the screens are made; a package that is not there counts for nothing. */
const SOURCES = ['packages/web', 'packages/protocol', 'packages/widget', 'package-lock.json'];
const NO_SOURCES = new Set(['node_modules', 'dist', 'testing']);

/**
 * Builds the screens where there are none, or where they are older than what they are made of. Returns
 * the folder in which they lie.
 *
 * @throws {Error} they cannot be built; what the builder said stands on standard error.
 */
export async function buildScreens(root: string, say: (text: string) => void): Promise<string> {
  const folder = join(root, 'packages/web/dist');
  const page = join(folder, 'index.html');
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source))));
  if (existsSync(page) && statSync(page).mtimeMs >= newest) return folder;
  say('Building the screens …\n');
  const beganAt = performance.now();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const builder = spawn(process.execPath, [vite, 'build', 'packages/web', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(builder, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the screens could not be built');
  say(`Built in ${Math.round((performance.now() - beganAt) / 1_000)} s.\n`);
  return folder;
}

/** When the newest file there was changed; 0 where there is none. */
function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path)
    .filter((name) => !NO_SOURCES.has(name) && !name.endsWith('.test.ts'))
    .reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}
