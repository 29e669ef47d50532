import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Screens } from '@rapport/demo';

/** From which the screens of a package are made, beside its own files. */
const SOURCES = ['packages/protocol', 'package-lock.json'];
const NO_SOURCES = new Set(['node_modules', 'dist', 'testing']);

/**
 * Builds the screens, those of visitors too, where there are none, or where they are older than what they
 * are made of. Returns where they lie.
 *
 * @throws {Error} they cannot be built; what the builder said stands on standard error.
 */
export async function buildScreens(root: string, say: (text: string) => void): Promise<Screens> {
  const screens = {
    webFolder: join(root, 'packages/web/dist'),
    widgetFolder: join(root, 'packages/widget/dist'),
  };
  const isWebDue = isDue(root, 'packages/web', 'index.html');
  const isWidgetDue = isDue(root, 'packages/widget', 'pages.js');
  if (!isWebDue && !isWidgetDue) return screens;
  say('Building the screens …\n');
  const beganAt = performance.now();
  if (isWidgetDue) {
    await build(root, 'packages/widget');
    await build(root, 'packages/widget', '--mode', 'pages');
  }
  if (isWebDue) await build(root, 'packages/web');
  say(`Built in ${Math.round((performance.now() - beganAt) / 1_000)} s.\n`);
  return screens;
}

/** Whether what a package builds last is not there, or older than something that it is made of. */
function isDue(root: string, name: string, last: string): boolean {
  const built = join(root, name, 'dist', last);
  const newest = Math.max(...[name, ...SOURCES].map((source) => newestIn(join(root, source))));
  return !existsSync(built) || statSync(built).mtimeMs < newest;
}

async function build(root: string, name: string, ...more: readonly string[]): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const builder = spawn(process.execPath, [vite, 'build', name, '--logLevel', 'error', ...more], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(builder, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the screens could not be built');
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
