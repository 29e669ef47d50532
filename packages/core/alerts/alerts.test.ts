import { describe, expect, test } from 'vitest';
import { commandOf } from '../evolution/command-of.ts';
import { explainWork } from '../explanation/explain-work.ts';
import { asId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import { given, type Step } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  calendar,
  complete,
  notReady,
  onDuty,
  promise,
  ready,
  transfer,
  until,
  work,
} from '../testing/messages.ts';
import type { AcknowledgeAlert } from './alert-messages.ts';

const seen = (item: string, name?: string): AcknowledgeAlert => ({
  type: 'acknowledge-alert',
  workId: asId(item),
  ...(name !== undefined && { agentId: asId<'agent'>(name) }),
});

/** A story in parts, told one after the other. */
type Part = Step | readonly Part[];

function told(...story: readonly Part[]): readonly Step[] {
  return story.flat(6) as readonly Step[];
}

/** Each alert of a step in short: what it says, and to whom. */
function alertsOf(step: Step, ...story: readonly Part[]): readonly string[] {
  return given(told(...story))
    .when(step)
    .alerts.map((event) => {
      const { type, workId, rung, agentId = 'nobody' } = event;
      const kind = type.replace('alert-', '');
      const advice = event.type === 'alert-raised' ? `: ${event.advice}` : '';
      return `${workId} ${kind} ${rung} ${agentId}${advice}`;
    });
}

/** Ten minutes for a message: enough that nothing is foreseen while Ann can take it. */
const LONG = promise({ targetMs: 1_200_000 });
const EMAIL = { channel: 'email' } as const;

describe('what came in at one moment', () => {
  test('is foreseen to be late by its place, whatever came in after it at that moment (seed 115)', () => {
    const story = [LONG, onDuty('ann'), work('first', EMAIL), work('a', EMAIL), work('b', EMAIL)];
    expect(alertsOf(work('c', EMAIL), story)).toEqual(['c raised predicted nobody: hurry']);
    const again = { type: 'assign-work', workId: asId<'work'>('a') } as const;
    expect(alertsOf(again, story, work('c', EMAIL))).toEqual([]);
  });
});

describe('an item that nobody answers', () => {
  const story = [LONG, onDuty('ann'), bond('acme', { owner: 'ann' }), notReady('ann')];
  const waiting = [...story, work('item', { ...EMAIL, customer: 'acme' })];

  test('is foreseen to be late where nobody is ready, told to who knows the customer', () => {
    expect(alertsOf(work('item', { ...EMAIL, customer: 'acme' }), story)).toEqual([
      'item raised predicted ann: hurry',
    ]);
    expect(alertsOf(work('item', EMAIL), story)).toEqual(['item raised predicted nobody: hurry']);
    expect(alertsOf(work('item', { channel: 'phone' }), story)).toEqual([
      'item raised predicted nobody: call-back-later',
    ]);
  });

  test('is told once for each rung, and on to who watches over it', () => {
    expect(alertsOf(until(900_000), waiting)).toEqual(['item escalated predicted ann']);
    expect(alertsOf(until(960_000), waiting, until(900_000))).toEqual([
      'item raised approaching ann: hurry',
    ]);
    expect(alertsOf(until(9_000_000), waiting, until(960_000))).toEqual([
      'item raised exceeded ann: hurry',
    ]);
  });

  test('goes no further once somebody has seen it, or answered it', () => {
    expect(alertsOf(until(950_000), waiting, seen('item', 'ann'))).toEqual([]);
    expect(alertsOf(until(950_000), waiting, seen('item'))).toEqual([]);
    const answered = [waiting, ready('ann'), accept('item', 'ann')];
    expect(alertsOf(until(9_000_000), answered)).toEqual([]);
    given(told(waiting, seen('item')))
      .when(seen('item'))
      .then(refused);
    given(told(waiting)).when(seen('item', 'ben')).then(refused);
  });

  test('waits in its service hours alone', () => {
    const hours = [calendar('office', [0, 500_000], [2_000_000, 9_000_000])];
    const inHours = promise({ targetMs: 1_200_000, calendarId: 'office' });
    const slept = [hours, inHours, onDuty('ann'), notReady('ann'), until(600_000)];
    expect(alertsOf(work('item', EMAIL), slept)).toEqual([]);
    expect(alertsOf(until(2_959_999), slept, work('item', EMAIL))).toEqual([]);
    expect(alertsOf(until(2_960_000), slept, work('item', EMAIL))).toEqual([
      'item raised approaching nobody: hurry',
    ]);
  });

  test('follows another promise', () => {
    const quick = promise({ id: 'quick', targetMs: 100_000 });
    const change = {
      type: 'change-promise',
      workId: asId<'work'>('item'),
      promiseId: asId<'promise'>('quick'),
    } as const;
    expect(alertsOf(until(100_000), waiting, quick, change)).toEqual([
      'item raised approaching ann: hurry',
      'item raised exceeded ann: hurry',
    ]);
  });
});

const refused = { code: 'alert-not-open', workId: asId<'work'>('item') } as const;

test('is foreseen by its place in the line and by how many are able and ready', () => {
  // Each message is taken to last ten minutes: in twenty, one agent serves two of them.
  const busy = [LONG, onDuty('ann', { capacity: { units: 1, weights: { email: 1 } } })];
  const line = [busy, work('a', EMAIL), accept('a', 'ann'), work('b', EMAIL), work('c', EMAIL)];
  expect(alertsOf(work('b', EMAIL), line.slice(0, 3))).toEqual([]);
  expect(alertsOf(work('d', EMAIL), line)).toEqual(['d raised predicted nobody: hurry']);
  const two = [line, agent('ben', { capacity: { units: 1, weights: { email: 1 } } })];
  expect(alertsOf(work('d', EMAIL), two, ready('ben'), accept('b', 'ben'))).toEqual([]);
});

test('is foreseen by how long such items took, once twenty of them were seen', () => {
  const one = { capacity: { units: 1, weights: { email: 1 } } };
  const minuteEach = (count: number): readonly Part[] =>
    Array.from({ length: count }, (_, index) => {
      const name = `before-${index}`;
      return [
        work(name, EMAIL),
        accept(name, 'ann'),
        until((index + 1) * 60_000),
        complete(name, 'ann'),
      ];
    });
  const line = ['a', 'b', 'c'].map((name) => work(name, EMAIL));
  const busy = (count: number): readonly Part[] => [
    ...[LONG, onDuty('ann', one), minuteEach(count)],
    ...[work('now', EMAIL), accept('now', 'ann'), line],
  ];
  expect(alertsOf(work('d', EMAIL), busy(19))).toEqual(['d raised predicted nobody: hurry']);
  expect(alertsOf(work('d', EMAIL), busy(20))).toEqual([]);
});

test('is not foreseen to be last because others came in at the very moment', () => {
  const busy = [LONG, onDuty('ann', { capacity: { units: 1, weights: { email: 1 } } })];
  const line = [busy, work('a', EMAIL), accept('a', 'ann'), work('b', EMAIL)];
  const crest = work('c', { ...EMAIL, customer: 'crest' });
  const merge = {
    type: 'merge-customers',
    customerId: asId<'customer'>('acme'),
    mergedId: asId<'customer'>('crest'),
  } as const;
  // Both have to have a bond, be it with nobody, and what waits is placed again when they are merged.
  const story = [line, crest, bond('crest', {}), bond('acme', { owner: 'ann' }), work('d', EMAIL)];
  const { events, alerts } = given(told(...story)).when(merge);
  expect(events.map(({ type }) => type)).toEqual(['customers-merged', 'work-queued']);
  expect(alerts).toEqual([]);
});

describe('an item that is handed on again and again', () => {
  const team = [LONG, onDuty('ann'), onDuty('ben')];
  const passed = (from: string, to: string) => [transfer('item', from, { to }), accept('item', to)];
  const twice = [team, work('item', EMAIL), accept('item', 'ann')];
  const story = [...twice, passed('ann', 'ben'), passed('ben', 'ann')];

  test('is told to who watches over it at the third time, and not again', () => {
    expect(
      alertsOf(transfer('item', 'ben', { to: 'ann' }), ...twice, passed('ann', 'ben')),
    ).toEqual([]);
    expect(alertsOf(transfer('item', 'ann', { to: 'ben' }), ...story)).toEqual([
      'item raised handed-on nobody: find-somebody',
    ]);
    const fourth = transfer('item', 'ben', { to: 'ann' });
    expect(alertsOf(fourth, ...story, passed('ann', 'ben'))).toEqual([]);
  });

  test('still comes to its other rungs in time, and may be seen to before', () => {
    const third = [...story, notReady('ben'), transfer('item', 'ann', { to: 'ben' })];
    expect(alertsOf(until(9_000_000), ...third, notReady('ann'))).toContain(
      'item raised exceeded ben: hurry',
    );
    expect(alertsOf(seen('item'), ...third)).toEqual(['item acknowledged handed-on nobody']);
  });
});

test('the journal gives back who has seen it, and an explanation says so', () => {
  const story = [LONG, onDuty('ann'), notReady('ann')];
  const first = given(told(...story)).when(work('item', EMAIL));
  const last = given(told(story, work('item', EMAIL))).when(seen('item'));
  expect(commandOf(last.alerts)).toEqual(seen('item'));
  const events: readonly DeskEvent[] = [...first.events, ...first.alerts, ...last.alerts];
  const history = events.map((event, at) => ({ at, event }));
  expect(explainWork(asId('item'), history, 9)?.alert).toEqual({
    rung: 'predicted',
    since: 2,
    isEscalated: true,
    seenAt: 3,
  });
});
