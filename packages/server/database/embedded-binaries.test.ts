import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EmbeddedDatabaseBroken } from './database-faults.ts';
import { copyBinaries, findEmbeddedBinaries } from './embedded-binaries.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rapport-binaries-'));
  await mkdir(join(root, 'native/lib'), { recursive: true });
  await writeFile(join(root, 'package.json'), '{"version":"18.4.0"}');
  await writeFile(join(root, 'native/lib/libpq.so.5.18'), 'library', { mode: 0o600 });
  await writeFile(
    join(root, 'native/pg-symlinks.json'),
    '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
  );
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the installed PostgreSQL', () => {
  test('is found, with its version', () => {
    const { folder, version } = findEmbeddedBinaries();
    expect(existsSync(join(folder, 'bin/postgres'))).toBe(true);
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(18);
  });

  test('installed without its install script is refused with the command that mends it', () => {
    const find = () => findEmbeddedBinaries(root);
    expect(find).toThrow(EmbeddedDatabaseBroken);
    expect(find).toThrow(/lacks 1 links to its libraries.*; mend it with: npm rebuild @embedded/);
  });

  test('is copied whole, links as links, readable by every account, and only once', async () => {
    await symlink('libpq.so.5.18', join(root, 'native/lib/libpq.so.5'));
    const target = join(root, 'copy');
    const installed = findEmbeddedBinaries(root);
    const copies = await Promise.all([1, 2, 3].map(() => copyBinaries(installed, target)));
    expect(new Set(copies.map(({ folder }) => folder))).toEqual(new Set([target]));
    expect(await readFile(join(target, 'lib/libpq.so.5'), 'utf8')).toBe('library');
    expect((await stat(join(target, 'lib/libpq.so.5'))).mode & 0o777).toBe(0o644);
    expect((await readdir(root)).filter((name) => name.includes('draft'))).toEqual([]);
  });
});
