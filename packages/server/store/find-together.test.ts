import { expect, test } from 'vitest';
import { findTogether } from './find-together.ts';

/** A table that answers when it is told to, and remembers what it was asked. */
function slowTable() {
  const queries: {
    readonly ids: readonly string[];
    answer: PromiseWithResolvers<ReadonlyMap<string, string>>;
  }[] = [];
  const find = findTogether((ids) => {
    const answer = Promise.withResolvers<ReadonlyMap<string, string>>();
    queries.push({ ids, answer });
    return answer.promise;
  });
  return { queries, find };
}

const found = (id: string): ReadonlyMap<string, string> => new Map([[id, `row ${id}`]]);

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what is asked for together is looked up together', async () => {
  const { queries, find } = slowTable();
  const both = Promise.all([find('1'), find('2'), find('1')]);
  await turn();
  expect(queries.map(({ ids }) => ids)).toEqual([['1', '2']]);
  queries[0]?.answer.resolve(found('2'));
  expect(await both).toEqual([undefined, 'row 2', undefined]);
});

test('those that arrive during a query form the next one', async () => {
  const { queries, find } = slowTable();
  const first = find('1');
  await turn();
  const later = Promise.all([find('2'), find('3')]);
  await turn();
  expect(queries).toHaveLength(1);
  queries[0]?.answer.resolve(new Map());
  await first;
  await turn();
  expect(queries.map(({ ids }) => ids)).toEqual([['1'], ['2', '3']]);
  queries[1]?.answer.resolve(found('3'));
  expect(await later).toEqual([undefined, 'row 3']);
});

test('a query that fails is told to those who asked, and the next one goes on', async () => {
  const { queries, find } = slowTable();
  const first = find('1');
  await turn();
  const second = find('2');
  queries[0]?.answer.reject(new Error('the connection broke'));
  await expect(first).rejects.toThrow('the connection broke');
  await turn();
  queries[1]?.answer.resolve(found('2'));
  expect(await second).toEqual('row 2');
  const third = find('3');
  await turn();
  queries[2]?.answer.resolve(new Map());
  expect(await third).toBeUndefined();
});
