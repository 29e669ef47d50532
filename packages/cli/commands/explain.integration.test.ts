import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import { openCentre, readSettings } from '@rapport/server';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { explainCommand } from './explain.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function rapport(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const code = await runCli(
    argv,
    {
      environment: { RAPPORT_DATA: join(folder, 'data'), RAPPORT_PORT: '0' },
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTerminal: false,
      stop: new AbortController().signal,
    },
    { version: '0.0.0', commands: [explainCommand] },
  );
  return { code, out, err };
}

const ann = asId<'agent'>('ann');
const promiseId = asId<'promise'>('calls');
const terms = { channel: 'phone', requirements: [], promiseId } as const;

/** Ann takes the first call, so that the second waits. */
const STORY: readonly Command[] = [
  { type: 'define-promise', promiseId, targetMs: 20_000, shareRatio: 0.8 },
  { type: 'register-agent', agentId: ann, skills: [], capacity: STANDARD_CAPACITY },
  { type: 'set-agent-state', agentId: ann, state: 'ready' },
  { type: 'receive-work', workId: asId('first'), ...terms },
  { type: 'accept-offer', workId: asId('first'), agentId: ann },
  { type: 'receive-work', workId: asId('second'), ...terms },
];

test('an item is explained in a sentence or as data; what is wrong is said', async () => {
  const settings = readSettings({ RAPPORT_DATA: join(folder, 'data'), RAPPORT_PORT: '0' });
  {
    await using centre = await openCentre(settings, { notice: () => undefined });
    for (const [index, command] of STORY.entries()) {
      await centre.host.execute(command, { commandId: `test:${index}`, actor: 'test' });
    }
    // The views follow a moment later.
    await expect.poll(async () => (await rapport('explain', 'second')).code).toBe(0);
  }
  const first = await rapport('explain', 'first');
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(
    /^ann, the best suited of those who were free, has had it since \d\d:\d\d\. .*\n$/,
  );

  const second = await rapport('explain', 'second', '--json');
  expect(JSON.parse(second.out)).toMatchObject({
    workId: 'second',
    status: 'waiting',
    reason: { code: 'nobody-free' },
    piiText: expect.stringMatching(
      /^Nobody has it.* An answer is promised by \d\d:\d\d(?::\d\d)?\. Since \d\d:\d\d it has been expected to be answered later than promised\. The supervisors have been alerted, and can give it to somebody at any time\.$/u,
    ) as unknown,
  });
  expect((await rapport('explain', 'second', '--for', 'customer', '--language', 'de')).out).toMatch(
    /^Du wartest: Wer zuerst frei ist und dir helfen kann, hilft dir; wann das ist, weiß noch niemand\. /u,
  );

  const early = await rapport('explain', 'first', '--at', '2020-01-01T00:00Z');
  expect(early).toEqual({
    code: 1,
    out: '',
    err: 'No item first had come in to main by 2020-01-01T00:00:00.000Z.\n',
  });
  const vague = await rapport('explain', 'first', '--at', 'yesterday');
  expect([vague.code, vague.err]).toEqual([2, expect.stringContaining('--at must be a moment')]);
});
