import { expect, test } from 'vitest';
import { given } from '../testing/given.ts';
import { agent, change, notReady, onDuty, promise, ready, work } from '../testing/messages.ts';
import { waitingKinds } from './waiting-kinds.ts';

const italian = { skills: { italian: 2 } };
const speaker = { skills: { italian: 2 } };

test('says of what waits who could take it, by skill and level, and nothing of anything else', () => {
  const { desk } = given(
    promise(),
    onDuty('ann', { skills: { italian: 1 } }),
    agent('lea', speaker),
    onDuty('mia', speaker),
    notReady('mia'),
    work('served'),
  ).when(work('waits', italian));
  expect(waitingKinds(desk)).toEqual([
    {
      channel: 'phone',
      requirements: [{ skill: 'italian', minLevel: 2 }],
      ableCount: 2,
      readyCount: 0,
      freeCount: 0,
      awayIds: ['mia'],
    },
  ]);
});

test('who carries all that he can is ready and not free', () => {
  const { desk } = given(promise(), onDuty('lea', speaker), work('first', italian)).when(
    work('second', italian),
  );
  expect(waitingKinds(desk)).toMatchObject([{ ableCount: 1, readyCount: 1, freeCount: 0 }]);
});

test('whoever learns the skill counts, and nothing is told when nothing waits', () => {
  const story = given(promise(), onDuty('ann'), notReady('ann'), work('waits', italian));
  const { desk } = story.when(change('ann', speaker));
  expect(waitingKinds(desk)).toMatchObject([{ ableCount: 1, awayIds: ['ann'] }]);
  const served = given(promise(), agent('ann'), work('waits')).when(ready('ann'));
  expect(waitingKinds(served.desk)).toEqual([]);
});
