import { expect, test } from 'vitest';
import { runAbreast } from './run-abreast.ts';

test('does everything, never more at a time than allowed, and keeps the order', async () => {
  let running = 0;
  let runningMax = 0;
  const results = await runAbreast([3, 1, 2, 1], 2, async (turns) => {
    running += 1;
    runningMax = Math.max(runningMax, running);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    running -= 1;
    return turns * 10;
  });
  expect(results).toEqual([30, 10, 20, 10]);
  expect(runningMax).toBe(2);
});
