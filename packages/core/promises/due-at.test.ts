import { expect, test } from 'vitest';
import { dueAtOf } from './due-at.ts';
import { serviceHours } from './service-hours.ts';

const targetMs = 100;

test('an item that came in is due a target later', () => {
  expect(dueAtOf({ hours: undefined, targetMs }, { waitingSince: 1_000, waitedMs: 0 })).toBe(1_100);
});

test('what it waited before it was served counts, and being served does not', () => {
  // It came in at 1,000, was accepted at 1,030, and was handed on at 5,000.
  const wait = { waitingSince: 5_000, waitedMs: 30 };
  expect(dueAtOf({ hours: undefined, targetMs }, wait)).toBe(5_070);
});

test('an item that waited longer than promised before is late from the moment it waits again', () => {
  const wait = { waitingSince: 5_000, waitedMs: 130 };
  expect(dueAtOf({ hours: undefined, targetMs }, wait)).toBe(4_970);
});

test('only service hours count, and where they end before nothing is due', () => {
  const hours = serviceHours([
    { fromAt: 0, untilAt: 1_050 },
    { fromAt: 2_000, untilAt: 2_060 },
  ]);
  expect(dueAtOf({ hours, targetMs }, { waitingSince: 1_000, waitedMs: 0 })).toBe(2_050);
  expect(dueAtOf({ hours, targetMs }, { waitingSince: 2_000, waitedMs: 30 })).toBeUndefined();
});
