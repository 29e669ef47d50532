import { asId, type Command, createDesk, snapshotDesk, STANDARD_CAPACITY } from '@rapport/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Journal } from '../store/journal.ts';
import { memoryJournal } from '../store/memory-journal.ts';
import { type FaultyJournal, faultyJournal, turns } from '../testing/faulty-journal.ts';
import { type TestClock, testClock } from '../testing/test-clock.ts';
import { foldHistory } from './fold-history.ts';
import { Host } from './host.ts';
import type { HostDependencies } from './host-dependencies.ts';
import {
  CommandIdReused,
  CommandUndecidable,
  EnvelopeInvalid,
  HostBusy,
  HostUnavailable,
} from './host-faults.ts';

const START_AT = 1_000_000;
const PROMISE_ID = asId<'promise'>('promise_1');
const TED = asId<'agent'>('agent_ted');
const CALL = asId<'work'>('work_1');

const definePromise: Command = {
  type: 'define-promise',
  promiseId: PROMISE_ID,
  targetMs: 20_000,
  shareRatio: 0.8,
};
const registerTed: Command = {
  type: 'register-agent',
  agentId: TED,
  skills: [],
  capacity: STANDARD_CAPACITY,
};
const tedIsReady: Command = { type: 'set-agent-state', agentId: TED, state: 'ready' };
const receiveCall: Command = {
  type: 'receive-work',
  workId: CALL,
  channel: 'phone',
  requirements: [],
  promiseId: PROMISE_ID,
};
const acceptCall: Command = { type: 'accept-offer', workId: CALL, agentId: TED };

let inner: Journal;
let journal: FaultyJournal;
let clock: TestClock;
let notices: string[];

beforeEach(() => {
  inner = memoryJournal();
  journal = faultyJournal(inner);
  clock = testClock(START_AT);
  notices = [];
});

const openHost = (more: Partial<HostDependencies> = {}) =>
  Host.open({
    journal,
    clock,
    holder: 'test',
    recover: () => foldHistory(journal, { desk: createDesk(), seq: 0 }),
    notice: (message) => notices.push(message),
    ...more,
  });

const by = (commandId: string) => ({ commandId, actor: 'tester' });

/** How a promise stands, without waiting for it. */
async function stateOf(promise: Promise<unknown>): Promise<'waiting' | 'fulfilled' | 'rejected'> {
  await turns();
  const waiting = Symbol('waiting');
  return await Promise.race([promise, Promise.resolve(waiting)]).then(
    (value) => (value === waiting ? 'waiting' : 'fulfilled'),
    () => 'rejected' as const,
  );
}

describe('answers', () => {
  test('an accepted command is answered once its row is durable', async () => {
    const host = await openHost();
    const answer = host.execute(definePromise, by('1'));
    expect(await stateOf(answer)).toBe('waiting');
    expect(host.position).toBe(0);
    await journal.settle('kept');
    expect(await answer).toMatchObject({ ok: true, position: 1 });
    expect(host.position).toBe(1);
  });

  test('a refusal waits for what it saw', async () => {
    const host = await openHost();
    void host.execute(registerTed, by('1'));
    await turns();
    const refusal = host.execute(registerTed, by('2'));
    expect(await stateOf(refusal)).toBe('waiting');
    await journal.settle('kept');
    expect(await refusal).toEqual({
      ok: false,
      position: 1,
      refusal: { code: 'agent-already-registered', agentId: TED },
    });
  });

  test('a refusal that saw only what is durable is answered at once', async () => {
    const host = await openHost();
    expect(await host.execute(acceptCall, by('1'))).toMatchObject({ ok: false, position: 0 });
  });

  test('commands that arrive during an append form the next one', async () => {
    const host = await openHost();
    const answers = [definePromise, registerTed, tedIsReady, receiveCall].map((command, index) =>
      host.execute(command, by(String(index))),
    );
    await turns();
    const [first] = journal.waitingSizes();
    expect(journal.waitingSizes()).toHaveLength(1);
    await journal.settle('kept');
    if (first !== 4) expect(journal.waitingSizes()).toEqual([4 - (first ?? 0)]);
    await journal.letAllPass();
    expect((await Promise.all(answers)).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });
});

describe('retries', () => {
  test('a command given twice under one id is decided once and answered alike', async () => {
    const host = await openHost();
    await journal.letAllPass();
    const [first, second] = await Promise.all([
      host.execute(definePromise, by('1')),
      host.execute(definePromise, by('1')),
    ]);
    expect(second).toEqual(first);
    expect(await host.execute(definePromise, by('1'))).toEqual(first);
    expect(host.position).toBe(1);
  });

  test('field order does not make another command of it', async () => {
    const host = await openHost();
    await journal.letAllPass();
    await host.execute(definePromise, by('1'));
    const turned = Object.fromEntries(
      Object.entries(definePromise).reverse(),
    ) as typeof definePromise;
    expect(await host.execute(turned, by('1'))).toMatchObject({ ok: true, position: 1 });
  });

  test('another command under the same id is not taken, now or after a restart', async () => {
    const host = await openHost();
    await journal.letAllPass();
    await host.execute(definePromise, by('1'));
    await expect(host.execute(registerTed, by('1'))).rejects.toThrow(CommandIdReused);
    const restarted = await openHost();
    await expect(restarted.execute(registerTed, by('1'))).rejects.toThrow(CommandIdReused);
  });

  test('an old command is found in the history when nobody remembers it any more', async () => {
    const host = await openHost({ limits: { recentMax: 1 } });
    await journal.letAllPass();
    const first = await host.execute(definePromise, by('1'));
    await host.execute(registerTed, by('2'));
    await host.execute(tedIsReady, by('3'));
    expect(await host.execute(definePromise, by('1'))).toEqual(first);
  });

  test('a refused command is decided again when it is given again', async () => {
    const host = await openHost();
    await journal.letAllPass();
    expect(await host.execute(tedIsReady, by('1'))).toMatchObject({ ok: false });
    await host.execute(registerTed, by('2'));
    expect(await host.execute(tedIsReady, by('1'))).toMatchObject({ ok: true });
  });

  test('an id that cannot be kept is turned away before anything is decided', async () => {
    const host = await openHost();
    await expect(host.execute(definePromise, by('a\u0000b'))).rejects.toThrow(EnvelopeInvalid);
    await expect(host.execute(definePromise, by(''))).rejects.toThrow(EnvelopeInvalid);
    await expect(host.execute(definePromise, by('x'.repeat(201)))).rejects.toThrow(EnvelopeInvalid);
  });
});

describe('failed appends', () => {
  test('everybody who waits is told to try again, and the desk forgets what was lost', async () => {
    const host = await openHost();
    const first = expect(host.execute(registerTed, by('1'))).rejects.toThrow(HostUnavailable);
    await turns();
    const second = expect(host.execute(tedIsReady, by('2'))).rejects.toThrow(HostUnavailable);
    await turns();
    await journal.settle('lost');
    await Promise.all([first, second]);
    await journal.letAllPass();
    expect(await host.execute(tedIsReady, by('2'))).toMatchObject({
      ok: false,
      refusal: { code: 'agent-unknown' },
    });
    expect(await host.execute(registerTed, by('1'))).toMatchObject({ ok: true, position: 1 });
  });

  test('a command that was kept although its answer was lost is not decided again', async () => {
    const host = await openHost();
    const first = expect(host.execute(registerTed, by('1'))).rejects.toThrow(HostUnavailable);
    await turns();
    await journal.settle('kept-unanswered');
    await first;
    await journal.letAllPass();
    expect(await host.execute(registerTed, by('1'))).toMatchObject({ ok: true, position: 1 });
    expect(await inner.read(0, 10)).toHaveLength(1);
  });

  test('a host whose lead is lost stops and says so', async () => {
    let isLost = false;
    const host = await openHost({ onLeaseLost: () => (isLost = true) });
    await inner.lead('another');
    const answer = expect(host.execute(registerTed, by('1'))).rejects.toThrow(HostUnavailable);
    await turns();
    await journal.settle('kept');
    await answer;
    expect(isLost).toBe(true);
    expect(host.isOpen).toBe(false);
    await expect(host.execute(registerTed, by('2'))).rejects.toThrow(HostUnavailable);
  });

  test('a host that was succeeded while it could not write does not take the lead back', async () => {
    let isLost = false;
    const host = await openHost({ holder: 'first', onLeaseLost: () => (isLost = true) });
    const answer = expect(host.execute(registerTed, by('1'))).rejects.toThrow(HostUnavailable);
    await turns();
    await using successor = await openHost({ holder: 'second', journal: inner });
    await journal.settle('lost');
    await answer;
    await expect.poll(() => isLost).toBe(true);
    expect(host.isOpen).toBe(false);
    expect(await successor.execute(registerTed, by('2'))).toMatchObject({ ok: true, position: 1 });
  });

  test('a command on which the rules fail is given up, and only that', async () => {
    const host = await openHost();
    await journal.letAllPass();
    await host.execute(definePromise, by('1'));
    // What a schema keeps out: the rules meet something that no type allows.
    const broken = { ...receiveCall, requirements: null } as unknown as Command;
    await expect(host.execute(broken, by('2'))).rejects.toThrow(CommandUndecidable);
    await expect.poll(() => host.isOpen).toBe(true);
    await expect(host.execute(broken, by('2'))).rejects.toThrow(CommandUndecidable);
    expect(host.isOpen).toBe(true);
    expect(await host.execute(registerTed, by('3'))).toMatchObject({ ok: true, position: 2 });
  });

  test('recovery goes on until the history can be read', async () => {
    let failures = 2;
    let isFirst = true;
    const host = await openHost({
      recover: () => {
        if (!isFirst && failures-- > 0) return Promise.reject(new Error('not yet'));
        isFirst = false;
        return foldHistory(journal, { desk: createDesk(), seq: 0 });
      },
    });
    void host.execute(registerTed, by('1')).catch(() => undefined);
    await turns();
    await journal.settle('lost');
    await expect.poll(() => host.isOpen, { timeout: 5_000 }).toBe(true);
    expect(notices.filter((notice) => notice.includes('not yet'))).toHaveLength(2);
  });
});

describe('intake', () => {
  test('is bounded: beyond it a command is turned away undecided', async () => {
    const host = await openHost({ limits: { waitingMax: 2 } });
    const answers = [host.execute(definePromise, by('1')), host.execute(registerTed, by('2'))];
    await expect(host.execute(tedIsReady, by('3'))).rejects.toThrow(HostBusy);
    await journal.letAllPass();
    await Promise.all(answers);
    expect(await host.execute(tedIsReady, by('3'))).toMatchObject({ ok: true });
  });

  test('closing takes nothing new and finishes what was decided', async () => {
    const host = await openHost();
    const answer = host.execute(definePromise, by('1'));
    await turns();
    const closing = host.close();
    await expect(host.execute(registerTed, by('2'))).rejects.toThrow(HostUnavailable);
    await journal.letAllPass();
    await closing;
    expect(await answer).toMatchObject({ ok: true, position: 1 });
  });
});

describe('time', () => {
  const openWithOffer = async (): Promise<Host> => {
    const host = await openHost();
    await journal.letAllPass();
    for (const [index, command] of [
      definePromise,
      registerTed,
      tedIsReady,
      receiveCall,
    ].entries()) {
      await host.execute(command, by(String(index)));
    }
    return host;
  };

  test('what falls due is decided at its own moment, without anybody asking', async () => {
    await openWithOffer();
    clock.set(START_AT + 60_000);
    await turns();
    const last = (await inner.read(0, 10)).at(-1);
    expect(last).toMatchObject({ cause: 'time', at: START_AT + 20_000, actor: 'desk' });
    expect(last?.events).toContain('offer-expired');
  });

  test('a command that comes late meets what fell due before it', async () => {
    const host = await openWithOffer();
    clock.set(START_AT + 20_000);
    expect(await host.execute(acceptCall, by('late'))).toMatchObject({
      ok: false,
      refusal: { code: 'offer-not-open' },
    });
  });

  test('time never runs backward in the history', async () => {
    const host = await openWithOffer();
    clock.set(START_AT - 5_000);
    await host.execute(acceptCall, by('back'));
    const times = (await inner.read(0, 10)).map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('a restart voids open offers and makes them anew', async () => {
    await openWithOffer();
    clock.set(START_AT + 1_000);
    const restarted = await openHost();
    await turns();
    const last = (await inner.read(0, 10)).at(-1);
    expect(last).toMatchObject({ cause: 'resume', at: START_AT + 1_000 });
    expect(await restarted.execute(acceptCall, by('again'))).toMatchObject({ ok: true });
  });
});

test('those who follow see every row once, in order, and only when it is durable', async () => {
  const host = await openHost();
  const seen: number[] = [];
  host.onCommitted((rows) => seen.push(...rows.map(({ seq }) => seq)));
  const answer = host.execute(definePromise, by('1'));
  await turns();
  expect(seen).toEqual([]);
  await journal.letAllPass();
  await answer;
  await host.execute(registerTed, by('2'));
  expect(seen).toEqual([1, 2]);
});

test('what the host decided is what its history folds to', async () => {
  const host = await openHost();
  await journal.letAllPass();
  for (const [index, command] of [definePromise, registerTed, tedIsReady, receiveCall].entries()) {
    await host.execute(command, by(String(index)));
  }
  const { desk, seq } = await foldHistory(inner, { desk: createDesk(), seq: 0 });
  expect(seq).toBe(host.position);
  expect([...snapshotDesk(desk)].at(-1)).toMatchObject({
    kind: 'work',
    id: CALL,
    status: 'offered',
  });
});
