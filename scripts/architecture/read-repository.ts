import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, sep } from 'node:path';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PATTERNS = [
  '*.config.{js,ts}',
  'package.json',
  'packages/*/package.json',
  '{packages,scripts,bench,e2e}/**/*.{ts,tsx,js}',
];
/** Installed packages, what is built, and programs that are measured against but are none of ours. */
const FOREIGN = /(^|\/)(node_modules|dist)(\/|$)|^bench\/floors(\/|$)/;

/** Reads every source file and `package.json` of the repository, as text by path from its root. */
export function readRepository(): ReadonlyMap<string, string> {
  const paths = PATTERNS.flatMap((pattern) =>
    globSync(pattern, { cwd: root, exclude: (path) => FOREIGN.test(path) }),
  ).map((path) => path.split(sep).join('/'));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
