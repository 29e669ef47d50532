import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readRepository } from './architecture/read-repository.ts';
import { brokenLinks } from './links/broken-links.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = globSync(['*.md', '{docs,packages,examples,bench,scripts}/**/*.md'], {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|floors)(\/|$)/.test(path),
});
const pages = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

test('every link in the documentation leads somewhere', () => {
  expect(pages.size).toBeGreaterThan(10);
  expect(brokenLinks({ pages, exists: (path) => existsSync(join(root, path)) })).toEqual([]);
});

test('every page that a source names is there', () => {
  const named = [...readRepository()]
    .filter(([path]) => path.startsWith('packages/'))
    .flatMap(([path, text]) =>
      [...text.matchAll(/\bdocs\/[\w./-]+\.md\b/g)].map(([page]) => ({ path, page })),
    );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ page }) => !existsSync(join(root, page)))).toEqual([]);
});
