import { asId, type DeskEvent } from '@rapport/core';
import { expect, test } from 'vitest';
import { callbackAfter } from './callback-after.ts';

const its = { v: 1, workId: asId<'work'>('call'), agentId: asId<'agent'>('ted') } as const;
const promised = { ...its, type: 'callback-promised', dueAt: 60, keptFreeFromAt: 50 } as const;
const missed = {
  ...its,
  type: 'callback-missed',
  attemptCount: 1,
  againAt: 90,
  keptFreeFromAt: 80,
} as const;
const after = (events: readonly DeskEvent[]) =>
  events.reduce<ReturnType<typeof callbackAfter>>(callbackAfter, undefined);

test('a call that nobody answered is promised again; one that is put off for something else was made', () => {
  const again = after([promised, missed, { ...its, type: 'work-deferred', untilAt: 90 }]);
  expect(again).toMatchObject({ dueAt: 90, attempt: 2 });
  const spoken = after([promised, { ...its, type: 'work-deferred', untilAt: 86_400_000 }]);
  expect(spoken).toBeUndefined();
});
