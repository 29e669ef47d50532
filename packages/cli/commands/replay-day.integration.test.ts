import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '@rapport/core';
import { accept, bond, complete, onDuty, promise, work } from '@rapport/core/testing';
import { openCentre, readSettings } from '@rapport/server';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { createReplayCommand } from './replay.ts';

const DAY_MS = 86_400_000;
const NOON_AT = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2;
const DAY = new Date(NOON_AT).toISOString().slice(0, 10);

/** While Ted and Ann talk, a stranger calls, then whom Ted looks after; Ted is free first. */
const STORY: readonly (readonly [seconds: number, commands: readonly Command[]])[] = [
  [0, [promise(), ...onDuty('ted'), ...onDuty('ann'), bond('vera', { owner: 'ted' })]],
  [10, [work('first'), accept('first', 'ann')]],
  [12, [work('second'), accept('second', 'ted')]],
  [30, [work('stranger')]],
  [35, [work('known', { customer: 'vera' })]],
  [60, [complete('second', 'ted'), accept('known', 'ted')]],
  [61, [complete('first', 'ann'), accept('stranger', 'ann')]],
  [90, [complete('known', 'ted'), complete('stranger', 'ann')]],
];

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  let now = NOON_AT;
  const settings = readSettings({ RAPPORT_DATA: join(folder, 'data') });
  const clock = { now: () => now, wakeAt: () => () => undefined };
  await using centre = await openCentre(settings, { notice: () => undefined, clock });
  for (const [seconds, commands] of STORY) {
    now = NOON_AT + seconds * 1_000;
    for (const [index, command] of commands.entries()) {
      const envelope = { commandId: `${seconds}:${index}`, actor: 'test' };
      const given = await centre.host.execute(command, envelope);
      if (!given.ok) throw new Error(given.refusal.code);
    }
  }
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function replay(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const openDurableDesk = () => Promise.reject(new Error('nothing is stored'));
  const code = await runCli(
    ['replay', ...argv],
    {
      environment: { RAPPORT_DATA: join(folder, 'data'), RAPPORT_TIME_ZONE: 'UTC' },
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTerminal: false,
      stop: new AbortController().signal,
    },
    { version: '0.0.0', commands: [createReplayCommand({ openDurableDesk })] },
  );
  return { code, out, err };
}

async function policyFile(content: string): Promise<string> {
  const path = join(folder, 'policy.json');
  await writeFile(path, content);
  return path;
}

test('a day of the centre is played under the policy that holds, and under one from a file', async () => {
  const path = await policyFile('{ "bondBonus": 0, "reservation": null }');
  const { code, out, err } = await replay('--day', DAY, '--policy', path, '--json');
  expect([code, err]).toEqual([0, '']);
  const column = { offeredCount: 4, answeredCount: 4, abandonedCount: 0 };
  expect(JSON.parse(out)).toMatchObject({
    day: DAY,
    timeZone: 'UTC',
    unfitCount: 0,
    columns: {
      recorded: { ...column, continuityRatio: 1 },
      today: { ...column, continuityRatio: 1 },
      changed: { ...column, continuityRatio: 0 },
    },
  });
  const told = (await replay('--day', DAY, '--policy', path)).out;
  expect(told).toMatch(/recorded +policy now +policy tried/u);
  expect(told).toMatch(/Reached somebody they know .* 100\.0 % +100\.0 % +0\.0 %/u);
});

test('without a file it shows what the assumptions are worth', async () => {
  const { code, out } = await replay('--day', DAY);
  expect(code).toBe(0);
  expect(out).toMatch(/^Replay of .* \(UTC\)\n\n +recorded +policy now\n/u);
  expect((await replay('--day', '2020-02-29')).out).toBe('Nothing came in on 2020-02-29 (UTC).\n');
});

test('what cannot be is said before anything is played', async () => {
  const wrong = async (...argv: readonly string[]) => {
    const { code, out, err } = await replay(...argv);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(await wrong('--day', '2999-01-01')).toContain('--day is a day that is over');
  expect(await wrong('--day', DAY, '--seed', '2')).toContain('--day does not go with --seed.');
  expect(await wrong('log.txt', '--day', DAY)).toContain('--day does not go with FILE.');
  const withFile = async (content: string) =>
    await wrong('--day', DAY, '--policy', await policyFile(content));
  expect(await withFile('nonsense')).toContain('is no JSON');
  expect(await withFile('[1]')).toContain('is no object of numbers');
  expect(await withFile('{ "haste": 1 }')).toContain("the policy has no number 'haste'");
  expect(await withFile('{ "bondBonus": "much" }')).toContain('bondBonus is no number');
  expect(await withFile('{ "bondBonus": 3 }')).toContain('bondBonus is not a number from 0 to 2');
});
