import { describe, expect, test } from 'vitest';
import type { Command } from '../messages.ts';
import { given, type Step } from '../testing/given.ts';
import {
  accept,
  complete,
  decline,
  interruptedUntil,
  onDuty,
  promise,
  transfer,
  until,
  work,
} from '../testing/messages.ts';
import { commandOf } from './command-of.ts';

describe('commandOf', () => {
  const talking = [promise(), onDuty('ann'), work('call'), accept('call', 'ann')];

  test.each<[string, Command, readonly (Step | readonly Step[])[]]>([
    ['an item received', work('call', { customer: 'acme', priority: 1 }), [promise()]],
    ['an offer declined', decline('call', 'ann'), [promise(), onDuty('ann'), work('call')]],
    ['a transfer', transfer('call', 'ann', { skills: { french: 1 } }), talking],
    ['an item completed', { ...complete('call', 'ann'), disposition: 'solved' }, talking],
  ])('gives back the whole command behind %s', (_what, command, story) => {
    const { events } = given(...story).when(command);
    expect(commandOf(events)).toEqual(command);
  });

  test('gives nothing for what time brought about, for a resumption and for no events', () => {
    const ringing = given(promise(), onDuty('ann'), work('call'));
    expect(commandOf(ringing.when(interruptedUntil(5_000)).events)).toBeUndefined();
    expect(commandOf(ringing.when(until(60_000)).events)).toBeUndefined();
    expect(commandOf([])).toBeUndefined();
  });
});
