import { expect, test } from 'vitest';
import type { Id } from '../id.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  bond,
  complete,
  moreTime,
  notReady,
  onDuty,
  promise,
  until,
  work,
  wrapUp,
} from '../testing/messages.ts';

const MINUTE = 60_000;
const wrapping = [
  promise(),
  onDuty('ted'),
  bond('acme', { owner: 'ted' }),
  work('call', { customer: 'acme' }),
  accept('call', 'ted'),
  wrapUp('call', 'ted'),
];
const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

test('a wrap-up completes by itself when its time is over, and its agent gets the next', () => {
  const waiting = [...wrapping, work('next')];
  expect(given(...waiting).when(until(3 * MINUTE - 1)).events).toEqual([]);
  const { events } = given(...waiting).when(until(3 * MINUTE));
  expect(types(events)).toEqual([
    ...['wrap-up-ended', 'work-completed', 'bond-earned'],
    'work-offered',
  ]);
});

test('it is told beforehand when that will be', () => {
  const { events } = given(...wrapping.slice(0, -1)).when(wrapUp('call', 'ted'));
  expect(events).toMatchObject([{ type: 'work-wrapped-up', endsAt: 3 * MINUTE }]);
});

test('it may take longer twice, for a reason, and not a third time', () => {
  const once = given(...wrapping, until(MINUTE)).when(moreTime('call', 'ted'));
  expect(once.events).toMatchObject([
    { type: 'wrap-up-extended', reason: 'long-note', endsAt: 6 * MINUTE },
  ]);
  const twice = [...wrapping, moreTime('call', 'ted'), moreTime('call', 'ted')];
  const { refusal } = given(...twice).when(moreTime('call', 'ted'));
  expect(refusal).toMatchObject({ code: 'wrap-up-extended', extensionCount: 2 });
  expect(types(given(...twice).when(until(9 * MINUTE)).events)).toContain('work-completed');
});

test('what is completed in time has no end to come', () => {
  const done = given(...wrapping, complete('call', 'ted')).when(until(9 * MINUTE));
  expect(done.events).toEqual([]);
});

test('written work has a limit of its own', () => {
  const letter = [promise(), onDuty('ted'), work('letter', { channel: 'email' })];
  const { events } = given(...letter, accept('letter', 'ted')).when(wrapUp('letter', 'ted'));
  expect(events).toMatchObject([{ endsAt: 2 * MINUTE }]);
});

test('whoever pauses during a call keeps it, and is offered nothing after it', () => {
  const paused = [...wrapping.slice(0, -1), notReady('ted'), work('next')];
  const { desk, events } = given(...paused).when(complete('call', 'ted'));
  expect(types(events)).toEqual(['work-completed', 'bond-earned']);
  expect(desk.agents.get('ted' as Id<'agent'>)).toMatchObject({ state: 'not-ready', carried: [] });
});
