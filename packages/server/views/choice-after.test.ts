import { asId, CALLBACK_GRACE_MS } from '@rapport/core';
import { expect, test } from 'vitest';
import { choiceAfter } from './choice-after.ts';

const [ted, ann] = [asId<'agent'>('ted'), asId<'agent'>('ann')];
const callback = { agentId: ted, dueAt: 60, attempt: 1, attemptMax: 3 };
const chosen = { type: 'wait-chosen', v: 1, workId: asId<'work'>('call'), agentId: ted } as const;
const keptUntilAt = 60 + CALLBACK_GRACE_MS;

test('that a callback which is due is kept for whoever promised it was nobody’s choice', () => {
  expect(choiceAfter(undefined, { ...chosen, keptUntilAt }, callback)).toBeUndefined();
});

test.each([
  ['is promised no call', { ...chosen, keptUntilAt }, undefined],
  ['chooses somebody else', { ...chosen, agentId: ann, keptUntilAt }, callback],
  ['chooses him once that is over', { ...chosen, keptUntilAt: keptUntilAt + 1 }, callback],
])('it was his choice where the customer %s', (_, event, promised) => {
  const { agentId } = event;
  expect(choiceAfter(undefined, event, promised)).toEqual({ agentId });
});
