import { seededRandom } from '@rapport/planning';
import { expect, test } from 'vitest';
import { createAgenda } from './agenda.ts';

test('what is planned is done by its time, of the same time in the order of planning', () => {
  const agenda = createAgenda();
  const random = seededRandom(1);
  const done: [at: number, order: number][] = [];
  for (let order = 0; order < 500; order++) {
    agenda.plan(Math.floor(random() * 100), (at) => done.push([at, order]));
  }
  const passed: number[] = [];
  agenda.run(59, (at) => passed.push(at));
  expect(done).toEqual(done.toSorted(([a, i], [b, j]) => a - b || i - j));
  expect(passed).toEqual(done.map(([at]) => at));
  expect(done.every(([at]) => at <= 59)).toBe(true);
  agenda.run(100, () => undefined);
  expect(done).toHaveLength(500);
});
