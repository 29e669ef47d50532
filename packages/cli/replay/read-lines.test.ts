import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../cli-command.ts';
import { readLines } from './read-lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(content: string | Uint8Array): Promise<readonly string[]> {
  const path = join(folder, 'file.txt');
  await writeFile(path, content);
  const read: string[] = [];
  for await (const { lines } of readLines(path, new AbortController().signal)) read.push(...lines);
  return read;
}

describe('readLines', () => {
  test('takes lines however they end, and the last one without an end', async () => {
    expect(await linesOf('one\r\ntwo\n\nthree')).toEqual(['one', 'two', '', 'three']);
    expect(await linesOf('one\n')).toEqual(['one']);
    expect(await linesOf('')).toEqual([]);
  });

  test('puts together what chunks have cut: lines, line ends and characters', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `${index} Grüße, ⌛ und 🙂`);
    expect(await linesOf(lines.join('\r\n'))).toEqual(lines);
  });

  test('reads on where bytes are no text', async () => {
    expect(await linesOf(new Uint8Array([0x41, 0xff, 0x0a, 0x42]))).toEqual(['A\uFFFD', 'B']);
  });

  test('cuts a line that has no end', async () => {
    const [first, second] = await linesOf(`${'x'.repeat(1_000_000)}\nnext`);
    expect(first).toHaveLength(10_000);
    expect(second).toBe('next');
  });

  test('says how far it has come', async () => {
    const path = join(folder, 'long.txt');
    await writeFile(path, 'line\n'.repeat(100_000));
    const ratios: number[] = [];
    for await (const { readRatio } of readLines(path, new AbortController().signal)) {
      ratios.push(readRatio);
    }
    expect(ratios.length).toBeGreaterThan(2);
    expect([...ratios].sort((a, b) => a - b)).toEqual(ratios);
    expect(ratios.at(-1)).toBe(1);
  });

  test.each([
    ['does-not-exist.txt', /there is no such file/],
    ['', /it is a folder/],
  ])('refuses %j as a usage error', async (name, message) => {
    const lines = readLines(join(folder, name), new AbortController().signal);
    await expect(lines.next()).rejects.toThrow(UsageError);
    await expect(readLines(join(folder, name), AbortSignal.abort()).next()).rejects.toThrow(
      message,
    );
  });
});
