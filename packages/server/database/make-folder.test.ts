import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SettingsError } from '../read-settings.ts';
import { makeFolder, refuseNonFolder } from './make-folder.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rapport-make-folder-'));
  await writeFile(join(root, 'file'), '');
  await symlink(join(root, 'nowhere'), join(root, 'dangling'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test('makes what is missing, and leaves what is there', async () => {
  const folder = join(root, 'a', 'b', 'c');
  makeFolder(folder, 0o700);
  makeFolder(folder, 0o711);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test.each([
  ['file', 'file'],
  ['file/below/it', 'file'],
  ['dangling', 'dangling'],
])('%s is refused, because a part of it is no folder', (path, culprit) => {
  const make = () => makeFolder(join(root, path), 0o700);
  expect(make).toThrow(SettingsError);
  expect(make).toThrow(
    `RAPPORT_DATA leads to ${join(root, path)}, and ${join(root, culprit)} is not a folder; expected`,
  );
});

test('a file is refused without anything being made', () => {
  expect(() => refuseNonFolder(join(root, 'file'))).toThrow(/file is not a folder/);
  refuseNonFolder(join(root, 'none', 'here'));
  expect(existsSync(join(root, 'none'))).toBe(false);
});

test.runIf(existsSync('/proc/self'))('a file system that takes no folders is refused', () => {
  const make = () => makeFolder('/proc/rapport-test/data', 0o700);
  expect(make).toThrow(SettingsError);
  expect(make).toThrow(/and \/proc (takes no folders|may not be written by this user); expected/);
});
