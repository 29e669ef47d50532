import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advance, createDesk, decide, nextDueAt } from '@rapport/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CliWorld, UsageError } from '../cli-command.ts';
import { parseCall } from '../parse-call.ts';
import { runCli } from '../run-cli.ts';
import { createReplayCommand, type DurableDesk } from './replay.ts';

const ROOT = join(import.meta.dirname, '../../..');
const EXAMPLE = join(ROOT, 'examples/one-morning.txt');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

let closedCount = 0;
function deskInMemory(): Promise<DurableDesk> {
  const desk = createDesk();
  return Promise.resolve({
    port: {
      execute: (command, at) => Promise.resolve(decide(desk, command, at)),
      advance: (at) => Promise.resolve(advance(desk, at)),
      nextDueAt: () => nextDueAt(desk),
    },
    [Symbol.asyncDispose]: () => {
      closedCount += 1;
      return Promise.resolve();
    },
  });
}

const command = createReplayCommand({ openDurableDesk: deskInMemory });

async function run(args: readonly string[], fields: Partial<CliWorld> = {}) {
  const written = { out: '', err: '' };
  const world: CliWorld = {
    environment: {},
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    isTerminal: false,
    stop: new AbortController().signal,
    ...fields,
  };
  const call = parseCall(command, args);
  if (call === 'help') throw new Error('help was not asked for');
  return { code: await command.run(call, world), ...written };
}

async function fileOf(content: string): Promise<string> {
  const path = join(folder, 'log.txt');
  await writeFile(path, content);
  return path;
}

describe('rapport replay', () => {
  test('reports on the example as the repository shows it, and the same every time', async () => {
    const { code, out, err } = await run([EXAMPLE, '--format', 'call-log']);
    expect([code, err]).toEqual([0, '']);
    // After a change of routing: npx vitest run packages/cli/commands/replay.test.ts -u
    await expect(out).toMatchFileSnapshot(join(ROOT, 'examples/one-morning.report.txt'));
    expect((await run([EXAMPLE, '--format', 'call-log'])).out).toBe(out);
  });

  test('shows what Rapport is for: who calls again reaches somebody he knows, without more waiting', async () => {
    const { out } = await run([EXAMPLE, '--format', 'call-log', '--json']);
    const { logged, policies } = JSON.parse(out) as Report;
    const { ours } = policies;
    if (!ours) throw new Error('a column is missing');
    expect(ours.continuity.knownAgentRatio).toBeGreaterThan(
      1.5 * logged.continuity.knownAgentRatio,
    );
    expect(ours.waitMsMean).toBeLessThanOrEqual(logged.waitMsMean);
  });

  test('writes JSON, and nothing else, with every row that was set aside', async () => {
    const { out, err } = await run([EXAMPLE, '--format', 'call-log', '--json', '--seed', '7']);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      'format',
      'seed',
      'rows',
      'firstDay',
      'lastDay',
      'model',
      'yardstick',
      'logged',
      'policies',
      'dirtyFaults',
      'dirtyRows',
    ]);
    expect(report).toMatchObject({ format: 'call-log', seed: 7, rows: { dirtyCount: 4 } });
    expect(report['dirtyRows']).toHaveLength(4);
    expect(err).toBe('');
  });

  test('compares the policies that are asked for, in one order, with the same figures as all together', async () => {
    const reportOf = async (...options: readonly string[]) => {
      const { out } = await run([EXAMPLE, '--format', 'call-log', '--json', ...options]);
      return JSON.parse(out) as Report;
    };
    const all = await reportOf();
    expect(Object.keys(all.policies)).toEqual(['ours', 'pooled', 'siloed', 'strict']);
    const { policies } = await reportOf('--policy', 'strict, ours');
    expect(Object.keys(policies)).toEqual(['ours', 'strict']);
    expect(policies['strict']).toEqual(all.policies['strict']);
    const { out } = await run([EXAMPLE, '--format', 'call-log', '--policy', 'siloed']);
    expect(out).toMatch(/^ +the log +siloed$/m);
    expect(out).not.toContain('    pooled');
  });

  test('measures by another threshold', async () => {
    const { out } = await run([EXAMPLE, '--format', 'call-log', '--threshold', '60']);
    expect(out).toContain('Service level, 60 s');
  });

  test('leaves out of abandonment who gave up sooner than the short abandon', async () => {
    const shareOf = async (...options: readonly string[]) => {
      const { out } = await run([EXAMPLE, '--format', 'call-log', '--json', ...options]);
      const { logged, yardstick } = JSON.parse(out) as {
        logged: { abandonment: object; shortAbandonedCount: number };
        yardstick: object;
      };
      return { yardstick, ...logged.abandonment, count: logged.shortAbandonedCount };
    };
    expect(await shareOf()).toEqual({
      yardstick: { thresholdMs: 20_000, shortAbandonMs: 5_000 },
      // 29 of 375, and 32 of 378.
      withoutShortAbandonsRatio: 0.077333,
      ofOfferedRatio: 0.084656,
      count: 3,
    });
    const none = await shareOf('--short-abandon', '0');
    expect(none).toMatchObject({ withoutShortAbandonsRatio: 0.084656, count: 0 });
    const { out } = await run([EXAMPLE, '--format', 'call-log', '--short-abandon', '30']);
    expect(out).toMatch(/sooner than 30 s .*short are those abandoned sooner than 30 s/s);
  });

  test('through a desk that is stored reports the same, and closes it', async () => {
    const before = closedCount;
    const stored = await run([EXAMPLE, '--format', 'call-log', '--durable']);
    expect(stored.out).toBe((await run([EXAMPLE, '--format', 'call-log'])).out);
    expect(closedCount).toBe(before + 1);
  });

  test('draws progress on a terminal, and takes it away again', async () => {
    const { err } = await run([EXAMPLE, '--format', 'call-log'], { isTerminal: true });
    expect(err).toMatch(/^\r\u001b\[2KReading/);
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
  });

  test('stops when it is told to', async () => {
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(run([EXAMPLE, '--format', 'call-log'], { stop })).rejects.toThrow('enough');
  });

  test('goes on without rows that the desk could not take, and lists them', async () => {
    const [header = '', ...rows] = (await readExample()).split('\n');
    const types = ['P\u200bS', 'P\u00adS', 'P'.repeat(201)];
    const column = header.split('\t').indexOf('type');
    const odd = rows.map((row, index) => {
      const type = types[index];
      return type === undefined ? row : row.split('\t').with(column, type).join('\t');
    });
    const path = await fileOf([header, ...odd].join('\n'));
    const { code, out } = await run([path, '--format', 'call-log']);
    expect(code).toBe(0);
    expect(out).toContain('3 × type is no usable value: lines 2, 3 and 4\n');
  });

  test('counts every row that is set aside, and shows a few', async () => {
    const example = await readExample();
    const path = await fileOf(example.trimEnd() + '\nno row'.repeat(1_234));
    const { out } = await run([path, '--format', 'call-log']);
    expect(out).toContain('1,238 set aside');
    expect(out).toMatch(/1,235 × not as many columns .* lines 329, 402, .* and 1,227 more\n/);
    const { out: json } = await run([path, '--format', 'call-log', '--json']);
    expect((JSON.parse(json) as { dirtyRows: unknown[] }).dirtyRows).toHaveLength(1_238);
  });

  test('survives a file in which every row is spoilt', async () => {
    const [header = '', ...rows] = (await readExample()).split('\n');
    const spoilt = rows.map((row, index) => row.slice(index % 40).replace('AGENT', 'AG\u0000NT'));
    const path = await fileOf([header, ...spoilt].join('\n'));
    const { code, out } = await run([path, '--format', 'call-log', '--json']);
    expect(code).toBe(0);
    const { rows: counts } = JSON.parse(out) as { rows: Record<string, number> };
    const { rowCount, callCount = 0, dirtyCount = 0, ...ignored } = counts;
    const { leftInMenuCount = 0, phantomCount = 0, repeatedHeaderCount = 0 } = ignored;
    const ignoredCount = leftInMenuCount + phantomCount + repeatedHeaderCount;
    expect(callCount + dirtyCount + ignoredCount).toBe(rowCount);
    expect(dirtyCount).toBeGreaterThan(300);
  });
});

describe('rapport replay fails on a log without calls and says why', () => {
  const failure = async (rows: readonly string[], ...options: readonly string[]) => {
    const [header = ''] = (await readExample()).split('\n');
    const path = await fileOf([header, ...rows].join('\n'));
    const written = { out: '', err: '' };
    const world: CliWorld = {
      environment: {},
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
      isTerminal: false,
      stop: new AbortController().signal,
    };
    const args = ['replay', path, '--format', 'call-log', ...options];
    const code = await runCli(args, world, { version: '0', commands: [command] });
    expect([code, written.out]).toEqual([1, '']);
    return written.err;
  };

  test('of which every row is unusable', async () => {
    const fault = "rapport: No row of 'log.txt' is a call for an agent; the first fault: ";
    const expected = `${fault}line 3, not as many columns as the header has.\n`;
    expect(await failure(['', 'one', 'two'])).toBe(expected);
    expect(await failure(['', 'one', 'two'], '--json')).toBe(expected);
  });

  test('that has no rows, or only others', async () => {
    expect(await failure([])).toMatch(/; it has no rows below its header\.\n$/);
    const phantom = (await readExample()).split('\n').filter((row) => row.includes('PHANTOM'));
    expect(await failure(phantom)).toMatch(/; all of its 2 rows are callers who left in the menu/);
  });
});

describe('rapport replay refuses, as a usage error,', () => {
  const refusal = async (args: readonly string[]): Promise<string> => {
    try {
      await run(args);
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
    return 'no refusal';
  };

  test('a file that is not there, a folder and an empty file', async () => {
    expect(await refusal([join(folder, 'none.txt'), '--format', 'call-log'])).toMatch(
      /^Cannot open '.*none\.txt': there is no such file\.$/,
    );
    expect(await refusal([folder, '--format', 'call-log'])).toMatch(/it is a folder\.$/);
    expect(await refusal([await fileOf(''), '--format', 'call-log'])).toMatch(/is empty\.$/);
  });

  test('a file that is no call log, naming what it lacks', async () => {
    expect(await refusal([await fileOf('name,age\nTed,40\n'), '--format', 'call-log'])).toMatch(
      /^'log\.txt' is not a call log: its first line lacks the columns vru\+line, call_id, .*server\.$/,
    );
    const [header = ''] = (await readExample()).split('\n');
    const path = await fileOf(`${header.replace('outcome', 'result')}\n`);
    expect(await refusal([path, '--format', 'call-log'])).toBe(
      "'log.txt' is not a call log: its first line lacks the column outcome.",
    );
  });

  test.each([
    [['--format', 'calllog'], /call-log/],
    [['--format', 'call-log', '--seed', 'one'], /--seed is a whole number from 0 to 4294967295/],
    [['--format', 'call-log', '--seed', '4294967296'], /--seed/],
    [['--format', 'call-log', '--threshold', '0'], /--threshold is a whole number from 1 to/],
    [['--format', 'call-log', '--threshold', '1.5'], /--threshold/],
    [['--format', 'call-log', '--short-abandon', '-1'], /--short-abandon/],
    [['--format', 'call-log', '--short-abandon', '5s'], /--short-abandon is a whole number from 0/],
    [
      ['--format', 'call-log', '--policy', 'ours,mine'],
      /no policy 'mine'; there are: ours, pooled/,
    ],
    [['--format', 'call-log', '--policy', ','], /no policy ''/],
    [
      ['--format', 'call-log', '--policy', 'pooled', '--durable'],
      /--durable stores the policy ours/,
    ],
    [[], /--format/],
  ])('%j', async (options, message) => {
    expect(await refusal([EXAMPLE, ...options])).toMatch(message);
  });

  test('an unknown format, however it was called', async () => {
    const call = { arguments: { FILE: EXAMPLE }, options: { format: 'toString' }, isJson: false };
    const world = { stop: new AbortController().signal, isTerminal: false } as CliWorld;
    await expect(command.run(call, world)).rejects.toThrow(
      "There is no format 'toString'; there is: call-log.",
    );
  });
});

interface Report {
  readonly logged: Figures;
  readonly policies: Readonly<Record<string, Figures>>;
}

interface Figures {
  readonly waitMsMean: number;
  readonly continuity: { readonly knownAgentRatio: number };
}

async function readExample(): Promise<string> {
  return readFile(EXAMPLE, 'utf8');
}
