import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from './cli-command.ts';
import { requirePlaceForFile, requireReadableFile } from './file-argument.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-file-argument-'));
  await writeFile(join(folder, 'there'), '');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a file that is there can be read and replaced, and a new one made beside it', async () => {
  await requireReadableFile(join(folder, 'there'));
  await requirePlaceForFile(join(folder, 'there'));
  await requirePlaceForFile(join(folder, 'new'));
});

test.each([
  ['', 'it is a folder'],
  ['none', 'there is no such file'],
  ['there/below', 'there is no such file'],
  ['x'.repeat(300), 'ENAMETOOLONG'],
])("'%s' is not read", async (name, reason) => {
  const fault: unknown = await requireReadableFile(join(folder, name)).catch((e: unknown) => e);
  expect(fault).toBeInstanceOf(UsageError);
  expect(String(fault)).toContain(reason);
});

test.each([
  ['', 'it is a folder'],
  ['none/new', 'there is no folder'],
  ['there/below', 'is not a folder'],
])("'%s' is not written", async (name, reason) => {
  const fault: unknown = await requirePlaceForFile(join(folder, name)).catch((e: unknown) => e);
  expect(fault).toBeInstanceOf(UsageError);
  expect(String(fault)).toContain(reason);
});
