import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const bin = fileURLToPath(new URL('./rapport.js', import.meta.url));
const sampleMain = fileURLToPath(new URL('../testing/sample-main.ts', import.meta.url));

let elsewhere = '';
beforeEach(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'rapport-bin-'));
});
afterEach(async () => {
  await rm(elsewhere, { recursive: true });
});

function start(argv: readonly string[]) {
  const child = spawn(process.execPath, argv, { cwd: elsewhere });
  const written = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.err += chunk.toString()));
  const ended = new Promise<typeof written & { code: number | null }>((resolve) => {
    child.on('close', (code) => {
      resolve({ ...written, code });
    });
  });
  return { child, ended };
}

function untilSays(child: ChildProcess, stream: 'stdout' | 'stderr', word: string): Promise<void> {
  return new Promise((resolve) => {
    child[stream]?.on('data', (chunk: Buffer) => {
      if (chunk.includes(word)) resolve();
    });
  });
}

describe('bin/rapport.js', () => {
  test('runs main.ts from any folder, also through a link, and passes words on', async () => {
    const link = join(elsewhere, 'rapport');
    await symlink(bin, link);
    const [version, wrong] = await Promise.all([
      start([link, '--version']).ended,
      start([bin, 'no such']).ended,
    ]);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(version).toMatchObject({ err: '', code: 0 });
    expect(wrong).toMatchObject({ out: '', code: 2 });
    expect(wrong.err).toMatch(/^rapport: Unknown command 'no such'\.[^\n]*\n$/);
  });

  test('says what to do when the Node it runs on is missing', async () => {
    const copy = join(elsewhere, 'packages/cli/bin/rapport.mjs');
    await cp(bin, copy);
    const { out, err, code } = await start([copy, '--version']).ended;
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(/^rapport: the Node .* is missing\. Run: cd .*rapport-bin-.* && npm ci\n$/);
  });

  test('passes a signal on, waits, and ends with the code of the work', async () => {
    const { child, ended } = await startSampleThroughBin(['wait']);
    await untilSays(child, 'stdout', 'waiting');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ err: 'stopping\n', code: 0 });
  });

  test('ends as its child ended when a signal kills the child', async () => {
    const { child, ended } = await startSampleThroughBin(['wait']);
    await untilSays(child, 'stdout', 'waiting');
    child.kill('SIGHUP');
    expect((await ended).code).toBe(129);
  });

  /** The bin as it is, in a tree where `../main.ts` is the sample program. */
  async function startSampleThroughBin(argv: readonly string[]) {
    const cli = join(elsewhere, 'packages/cli');
    await cp(bin, join(cli, 'bin/rapport.mjs'));
    await symlink(sampleMain, join(cli, 'main.ts'));
    await symlink(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    return start([join(cli, 'bin/rapport.mjs'), ...argv]);
  }
});

describe('the process', () => {
  test('ends at once, with 130, on a second signal', async () => {
    const { child, ended } = start([sampleMain, 'wait', '--stubborn']);
    await untilSays(child, 'stdout', 'waiting');
    child.kill('SIGINT');
    await untilSays(child, 'stderr', 'stopping');
    // The first moments after a signal count as the same key press, so press until it ends.
    const presses = setInterval(() => child.kill('SIGINT'), 50);
    expect((await ended).code).toBe(130);
    clearInterval(presses);
  });

  test('ends quietly when nobody reads on', async () => {
    const { child, ended } = start([sampleMain, 'talk']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toMatchObject({ err: '', code: 141 });
  });
});
