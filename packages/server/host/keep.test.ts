import { asId, type Command, createDesk } from '@rapport/core';
import { beforeEach, expect, test } from 'vitest';
import { isNumber, type Kept } from '../store/kept.ts';
import { type MemoryJournal, memoryJournal } from '../store/memory-journal.ts';
import { type FaultyJournal, faultyJournal, turns } from '../testing/faulty-journal.ts';
import { testClock } from '../testing/test-clock.ts';
import { foldHistory } from './fold-history.ts';
import { CommandIdReused, EnvelopeInvalid, HostUnavailable } from './host-faults.ts';
import { Host } from './host.ts';

const PROMISE_ID = asId<'promise'>('promise_1');

const definePromise: Command = {
  type: 'define-promise',
  promiseId: PROMISE_ID,
  targetMs: 20_000,
  shareRatio: 0.8,
};

let inner: MemoryJournal;
let journal: FaultyJournal;

beforeEach(() => {
  inner = memoryJournal();
  journal = faultyJournal(inner);
});

const openHost = (batchMax = 1_000) =>
  Host.open({
    journal,
    clock: testClock(1_000_000),
    holder: 'test',
    recover: () => foldHistory(journal, { desk: createDesk(), seq: 0 }),
    limits: { batchMax },
  });

const receive = (name: string): Command => ({
  type: 'receive-work',
  workId: asId<'work'>(`work_${name}`),
  channel: 'chat',
  requirements: [],
  promiseId: PROMISE_ID,
});

const keep = (name: string, piiText: string): Kept => ({
  interactionId: `interaction_${name}`,
  workId: `work_${name}`,
  channel: 'chat',
  message: { id: `message_${name}`, piiText },
});

const say = (host: Host, name: string, piiText = 'hello') =>
  host.execute(receive(name), { commandId: name, actor: 'tester', keep: keep(name, piiText) });

const keptOf = () =>
  inner.kept().map((kept) => [kept.seq, isNumber(kept) ? kept.piiNumber : kept.message?.piiText]);

/** A host that has its promise, and from whose next append on fates are decided. */
async function readyHost(batchMax?: number): Promise<Host> {
  const host = await openHost(batchMax);
  const defined = host.execute(definePromise, { commandId: 'promise', actor: 'tester' });
  await turns();
  await journal.settle('kept');
  await defined;
  return host;
}

test('words are kept with the row of their command, however many appends a batch takes', async () => {
  const host = await readyHost(2);
  const first = say(host, 'a', 'first');
  await turns();
  const others = ['b', 'c', 'd'].map((name) => say(host, name, `words of ${name}`));
  await turns();
  await journal.letAllPass();
  await Promise.all([first, ...others]);
  expect(keptOf()).toEqual([
    [2, 'first'],
    [3, 'words of b'],
    [4, 'words of c'],
    [5, 'words of d'],
  ]);
});

test('nothing is kept of what is refused, and nothing of it stays for those who come after', async () => {
  const host = await openHost();
  await journal.letAllPass();
  expect(await say(host, 'a')).toMatchObject({ ok: false, refusal: { code: 'promise-unknown' } });
  await host.execute(definePromise, { commandId: 'promise', actor: 'tester' });
  expect(keptOf()).toEqual([]);
});

test('words whose append was lost are kept by the retry, once', async () => {
  const host = await readyHost();
  const lost = expect(say(host, 'a')).rejects.toThrow(HostUnavailable);
  await turns();
  await journal.settle('lost');
  await lost;
  await journal.letAllPass();
  await expect.poll(() => host.isOpen).toBe(true);
  expect(keptOf()).toEqual([]);
  await say(host, 'a');
  await say(host, 'a');
  expect(keptOf()).toEqual([[2, 'hello']]);
});

test('words that were kept although the answer was lost are not kept again', async () => {
  const host = await readyHost();
  const unanswered = expect(say(host, 'a')).rejects.toThrow(HostUnavailable);
  await turns();
  await journal.settle('kept-unanswered');
  await unanswered;
  await journal.letAllPass();
  await expect.poll(() => host.isOpen).toBe(true);
  expect(await say(host, 'a')).toMatchObject({ ok: true, position: 2 });
  const restarted = await openHost();
  expect(await say(restarted, 'a')).toMatchObject({ ok: true, position: 2 });
  expect(keptOf()).toEqual([[2, 'hello']]);
});

test('other words under the same id are turned away, now and after a restart', async () => {
  const host = await readyHost();
  await journal.letAllPass();
  await say(host, 'a');
  await expect(say(host, 'a', 'other words')).rejects.toThrow(CommandIdReused);
  const restarted = await openHost();
  await expect(say(restarted, 'a', 'other words')).rejects.toThrow(CommandIdReused);
  const wordless = { commandId: 'a', actor: 'tester' };
  await expect(restarted.execute(receive('a'), wordless)).rejects.toThrow(CommandIdReused);
});

test.each(['a\0b', 'a\ud800'])('words that no table can hold trouble nobody else', async (text) => {
  const host = await readyHost();
  await journal.letAllPass();
  await expect(say(host, 'a', text)).rejects.toThrow(EnvelopeInvalid);
  expect(await say(host, 'b')).toMatchObject({ ok: true });
});

test('a question is answered once what it saw is durable, and not at all when that was lost', async () => {
  const host = await readyHost();
  const said = say(host, 'a').catch(() => 'lost');
  await turns();
  const openCount = host.ask(({ work }) => work.size);
  const lost = expect(openCount).rejects.toThrow(HostUnavailable);
  await journal.settle('lost');
  await Promise.all([said, lost]);
  await journal.letAllPass();
  await expect.poll(() => host.isOpen).toBe(true);
  expect(await host.ask(({ work }) => work.size)).toBe(0);
});
