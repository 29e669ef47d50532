import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('runs so many at once, and of one name some of these', async () => {
  const run = atMost(3, 2);
  const ends: (() => void)[] = [];
  const lasting = () => new Promise<string>((resolve) => ends.push(() => resolve('done')));
  const [first, second] = [run('ann', lasting), run('ann', lasting)];
  expect(await run('ann', lasting)).toBe('full');
  const third = run('bob', lasting);
  expect(await run('cy', lasting)).toBe('full');
  ends[0]?.();
  expect(await first).toBe('done');
  const fourth = run('ann', lasting);
  for (const end of ends) end();
  expect(await Promise.all([second, third, fourth])).toEqual(['done', 'done', 'done']);
});

test('what fails makes room too', async () => {
  const run = atMost(1, 1);
  await expect(run('ann', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(await run('ann', () => Promise.resolve('done'))).toBe('done');
});
