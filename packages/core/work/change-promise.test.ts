import { expect, test } from 'vitest';
import { commandOf } from '../evolution/command-of.ts';
import { explainWork } from '../explanation/explain-work.ts';
import { asId } from '../id.ts';
import { given } from '../testing/given.ts';
import { accept, agent, onDuty, promise, ready, until, work } from '../testing/messages.ts';
import type { ChangePromise } from './change-promise-messages.ts';

const changed = (item: string, to: string): ChangePromise => ({
  type: 'change-promise',
  workId: asId(item),
  promiseId: asId(to),
});

const SHORT = promise({ id: 'short', targetMs: 20_000 });

test('an item is as urgent as its new promise says, with the age that it has, and back', () => {
  const story = [promise(), SHORT, agent('ann'), work('older'), until(10_000), work('newer')];
  given(...story, until(20_000))
    .when(ready('ann'))
    .thenOffers('older to ann: urgency 0.333');
  const hurried = [...story, changed('newer', 'short'), until(20_000)];
  given(...hurried)
    .when(ready('ann'))
    .thenOffers('newer to ann: urgency 0.5');
  given(...hurried, changed('newer', 'standard'))
    .when(ready('ann'))
    .thenOffers('older to ann: urgency 0.333');
});

test('whatever state it is in, and is told by the journal', () => {
  const story = [promise(), SHORT, ...onDuty('ann'), work('item'), accept('item', 'ann')];
  const { events, desk } = given(...story).when(changed('item', 'short'));
  expect(events).toEqual([{ type: 'work-promised', v: 1, workId: 'item', promiseId: 'short' }]);
  expect(commandOf(events)).toEqual(changed('item', 'short'));
  expect(desk.work.get(asId('item'))?.class.promise.targetMs).toBe(20_000);
});

test('refuses a promise that there is not, and the one that it has', () => {
  const told = given(promise(), work('item'));
  told.when(changed('item', 'none')).then({ code: 'promise-unknown', promiseId: asId('none') });
  expect(given(promise(), work('item')).when(changed('item', 'standard')).refusal).toMatchObject({
    code: 'field-invalid',
    field: 'promiseId',
  });
});

test('an explanation says when', () => {
  const received = given(promise(), SHORT).when(work('item')).events;
  const history = [
    ...received.map((event) => ({ at: 0, event })),
    {
      at: 7,
      event: {
        type: 'work-promised',
        v: 1,
        workId: asId<'work'>('item'),
        promiseId: asId<'promise'>('short'),
      } as const,
    },
  ];
  expect(explainWork(asId('item'), history, 7)?.promisedAt).toBe(7);
  expect(explainWork(asId('item'), history, 6)?.promisedAt).toBeUndefined();
});
