import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codebaseOf } from './architecture/codebase.ts';
import { describeTable, tableInPage } from './architecture/import-table.ts';
import { readRepository } from './architecture/read-repository.ts';
import { RULES } from './architecture/rules.ts';

const codebase = codebaseOf(readRepository());

describe('the repository', () => {
  // A checker that has gone blind finds nothing wrong either.
  test('is seen: its modules, their imports, every package', () => {
    const modules = [...codebase.modules.values()];
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(300);
    expect(codebase.manifests.get('packages/core')?.exports?.['.']).toBe('./index.ts');
  });

  test.each(Object.entries(RULES))('%s', (_sentence, rule) => {
    expect(rule(codebase)).toEqual([]);
  });
});

test('ARCHITECTURE.md shows the table that is checked', () => {
  const page = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');
  expect(tableInPage(page)).toEqual(describeTable());
});
