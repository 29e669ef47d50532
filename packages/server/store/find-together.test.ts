import { expect, test } from 'vitest';
import { findTogether } from './find-together.ts';
import type { JournalRow } from './journal.ts';

const row = (commandId: string): JournalRow => ({
  seq: 1,
  commandId,
  commandHash: 'hash',
  actor: 'agent_1',
  cause: 'command',
  at: 1,
  events: '[]',
});

/** A journal that answers when it is told to, and remembers what it was asked. */
function slowJournal() {
  const queries: { readonly ids: readonly string[]; answer: PromiseWithResolvers<JournalRow[]> }[] =
    [];
  const find = findTogether((ids) => {
    const answer = Promise.withResolvers<JournalRow[]>();
    queries.push({ ids, answer });
    return answer.promise;
  });
  return { queries, find };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('commands that arrive together are looked up together', async () => {
  const { queries, find } = slowJournal();
  const found = Promise.all([find('1'), find('2'), find('1')]);
  await turn();
  expect(queries.map(({ ids }) => ids)).toEqual([['1', '2']]);
  queries[0]?.answer.resolve([row('2')]);
  expect(await found).toEqual([undefined, row('2'), undefined]);
});

test('those that arrive during a query form the next one', async () => {
  const { queries, find } = slowJournal();
  const first = find('1');
  await turn();
  const later = Promise.all([find('2'), find('3')]);
  await turn();
  expect(queries).toHaveLength(1);
  queries[0]?.answer.resolve([]);
  await first;
  await turn();
  expect(queries.map(({ ids }) => ids)).toEqual([['1'], ['2', '3']]);
  queries[1]?.answer.resolve([row('3')]);
  expect(await later).toEqual([undefined, row('3')]);
});

test('a query that fails is told to those who asked, and the next one goes on', async () => {
  const { queries, find } = slowJournal();
  const first = find('1');
  await turn();
  const second = find('2');
  queries[0]?.answer.reject(new Error('the connection broke'));
  await expect(first).rejects.toThrow('the connection broke');
  await turn();
  queries[1]?.answer.resolve([row('2')]);
  expect(await second).toEqual(row('2'));
  const third = find('3');
  await turn();
  queries[2]?.answer.resolve([]);
  expect(await third).toBeUndefined();
});
