import { asId, type Command, createDesk, STANDARD_CAPACITY } from '@rapport/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Journal } from '../store/journal.ts';
import { memoryJournal } from '../store/memory-journal.ts';
import { type FaultyJournal, faultyJournal, turns } from '../testing/faulty-journal.ts';
import { testClock } from '../testing/test-clock.ts';
import { foldHistory } from './fold-history.ts';
import { Host } from './host.ts';
import type { HostLimits } from './host-dependencies.ts';

const TED = asId<'agent'>('agent_ted');
const promiseId = asId<'promise'>('promise_1');

const registerTed: Command = {
  type: 'register-agent',
  agentId: TED,
  skills: [],
  capacity: STANDARD_CAPACITY,
};
const definePromise: Command = { type: 'define-promise', promiseId, targetMs: 1, shareRatio: 0.8 };
const tedIsReady: Command = { type: 'set-agent-state', agentId: TED, state: 'ready' };
const receiveCall: Command = {
  type: 'receive-work',
  workId: asId('work_1'),
  channel: 'phone',
  requirements: [],
  promiseId,
};

let inner: Journal;
let journal: FaultyJournal;

beforeEach(() => {
  inner = memoryJournal();
  journal = faultyJournal(inner);
});

const openHost = (limits: Partial<HostLimits> = {}) =>
  Host.open({
    journal,
    clock: testClock(1_000_000),
    holder: 'test',
    limits,
    recover: () => foldHistory(journal, { desk: createDesk(), seq: 0 }),
  });

const by = (commandId: string) => ({ commandId, actor: 'tester' });

describe('commands that are given in order', () => {
  const asked = [registerTed, definePromise, tedIsReady, receiveCall].map((command, index) => ({
    command,
    envelope: by(String(index + 1)),
  }));
  const statusesOf = (results: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
    results.map(({ status }) => status);

  test('are decided in their order and share an append', async () => {
    const host = await openHost();
    const answers = host.executeInOrder(asked);
    await turns();
    expect(journal.waitingSizes()).toEqual([4]);
    await journal.settle('kept');
    expect(await answers).toMatchObject(
      [1, 2, 3, 4].map((position) => ({ value: { ok: true, position } })),
    );
  });

  test('keep their order although the first was decided before and must be looked up', async () => {
    await journal.letAllPass();
    const first = await openHost();
    await first.execute(registerTed, by('1'));
    await first.close();
    const host = await openHost();
    expect(await host.executeInOrder(asked)).toMatchObject(
      [1, 2, 3, 4].map((position) => ({ value: { ok: true, position } })),
    );
    expect(await inner.read(0, 10)).toHaveLength(4);
  });

  test('a refusal, or an id of another command, is the answer to that one alone', async () => {
    await journal.letAllPass();
    const host = await openHost();
    await host.execute(definePromise, by('taken'));
    const results = await host.executeInOrder([
      { command: registerTed, envelope: by('taken') },
      { command: tedIsReady, envelope: by('2') },
      { command: registerTed, envelope: by('3') },
    ]);
    expect(statusesOf(results)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(results).toMatchObject([
      { reason: { code: 'command-id-reused' } },
      { value: { refusal: { code: 'agent-unknown' } } },
      { value: { ok: true } },
    ]);
  });

  test('when there is room for some, the rest is to be tried again, and is decided once', async () => {
    await journal.letAllPass();
    const host = await openHost({ waitingMax: 2 });
    const results = await host.executeInOrder(asked);
    expect(statusesOf(results)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(results[2]).toMatchObject({ reason: { code: 'host-busy' } });
    expect(await host.executeInOrder(asked.slice(0, 2))).toMatchObject([
      { value: { position: 1 } },
      { value: { position: 2 } },
    ]);
    expect(statusesOf(await host.executeInOrder(asked.slice(2)))).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
    expect(host.position).toBe(4);
  });

  test('are all to be tried again when the history cannot be written', async () => {
    const host = await openHost();
    const answers = host.executeInOrder(asked);
    await turns();
    await journal.settle('kept-unanswered');
    expect(statusesOf(await answers)).toEqual(asked.map(() => 'rejected'));
    await journal.letAllPass();
    await turns();
    expect(await host.executeInOrder(asked)).toMatchObject(
      [1, 2, 3, 4].map((position) => ({ value: { ok: true, position } })),
    );
  });
});
