import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyBackup } from './verify-backup.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-verify-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const verify = async (text: string) => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const file = join(folder, 'a.backup');
  await writeFile(file, gzipSync(`${text}${JSON.stringify({ sha256 })}\n`, { level: 1 }));
  return await verifyBackup(file);
};

// The unpacker hands out 16 KiB at a time; the trailer is 78 bytes, and may begin, end or be cut
// anywhere around such a border.
test('the checksum holds wherever the unpacked chunks happen to end', async () => {
  for (let sizeBytes = 16_384 - 90; sizeBytes <= 16_384 + 10; sizeBytes += 1) {
    const row = 'x'.repeat(sizeBytes - '{"format":1}\n\n'.length);
    expect(await verify(`{"format":1}\n${row}\n`)).toEqual({ format: 1 });
  }
});

test('a row of many chunks is no burden', async () => {
  expect(await verify(`{"format":1}\n${'x'.repeat(40_000_000)}\n`)).toEqual({ format: 1 });
});

test('a file that is not there is named', async () => {
  await expect(verifyBackup('/nonexistent/a.backup')).rejects.toThrow(
    "ENOENT: no such file or directory, open '/nonexistent/a.backup'",
  );
});
