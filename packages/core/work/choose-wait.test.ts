import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { waitForAgent, waitForAnybody } from '../routing/estimate-wait.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  busy,
  complete,
  decline,
  notReady,
  onDuty,
  promise,
  until,
  work,
} from '../testing/messages.ts';
import type { ChooseWait } from './choice-messages.ts';

const MINUTE = 60_000;

const choose = (item: string, agentId?: string): ChooseWait => ({
  type: 'choose-wait',
  workId: asId(item),
  ...(agentId !== undefined && { agentId: asId(agentId) }),
});

/** Ted owns the customer and talks to somebody else; Ann talks as well, and the customer's call waits. */
const waiting = [
  promise(),
  onDuty('ted'),
  work('first'),
  accept('first', 'ted'),
  onDuty('ann'),
  bond('acme', { owner: 'ted', deputies: ['ann'] }),
  work('second'),
  accept('second', 'ann'),
  work('call', { customer: 'acme' }),
];

describe('a customer who waits for somebody', () => {
  test('is kept for him alone, until half an hour after he could be free', () => {
    given(...waiting)
      .when(choose('call', 'ted'))
      .then([
        {
          type: 'wait-chosen',
          v: 1,
          workId: asId('call'),
          agentId: asId('ted'),
          keptUntilAt: 30 * MINUTE,
        },
      ]);
    given(...waiting, choose('call', 'ted'))
      .when(complete('second', 'ann'))
      .thenOffers();
  });

  test('waits no more for one who is forgotten because others have become known', () => {
    const served = [1, 2, 3, 4, 5].flatMap((number) => [
      onDuty(`agent ${number}`),
      work(`once ${number}`, { customer: 'crest' }),
      accept(`once ${number}`, `agent ${number}`),
      complete(`once ${number}`, `agent ${number}`),
      notReady(`agent ${number}`),
    ]);
    const back = { ...notReady('agent 1'), returnAt: 10 * MINUTE };
    const story = [
      promise(),
      ...served.flat(),
      back,
      onDuty('new'),
      work('another', { customer: 'crest' }),
      accept('another', 'new'),
      work('call', { customer: 'crest' }),
      choose('call', 'agent 1'),
    ];
    const { events } = given(...story).when(complete('another', 'new'));
    expect(events.slice(2)).toMatchObject([
      { type: 'reservation-ended', workId: 'call', reason: 'nobody-expected' },
      { type: 'work-offered', workId: 'call', agentId: 'new' },
    ]);
  });

  test('is offered to him once he is free', () => {
    given(...waiting, choose('call', 'ted'))
      .when(complete('first', 'ted'))
      .thenOffers('call to ted: urgency 0, owner');
  });

  test('is for anybody again once the time is over', () => {
    given(...waiting, choose('call', 'ted'), complete('second', 'ann'))
      .when(until(30 * MINUTE))
      .thenOffers('call to ann: deputy');
  });

  test('is for anybody again once he pauses without a word', () => {
    given(...waiting, choose('call', 'ted'), complete('second', 'ann'))
      .when(notReady('ted'))
      .thenOffers('call to ann: deputy');
  });

  test('is for anybody again once he was asked and declined', () => {
    given(...waiting, choose('call', 'ted'), complete('second', 'ann'), complete('first', 'ted'))
      .when(decline('call', 'ted'))
      .thenOffers('call to ann: deputy');
  });

  test('waits until after a meeting that is in the calendar', () => {
    const { events } = given(...waiting, busy('ted', [0, 20 * MINUTE])).when(choose('call', 'ted'));
    expect(events).toMatchObject([{ type: 'wait-chosen', keptUntilAt: 50 * MINUTE }]);
  });

  test('changes his mind: the last choice counts, and nothing is kept any more', () => {
    given(...waiting, choose('call', 'ted'), complete('second', 'ann'))
      .when(choose('call'))
      .thenOffers('call to ann: deputy');
  });

  test('cannot wait for a stranger, nor for somebody of whom nobody knows when he comes', () => {
    const refusal = {
      code: 'agent-not-choosable',
      workId: asId<'work'>('call'),
      agentId: asId<'agent'>('ben'),
    } as const;
    given(...waiting, agent('ben'))
      .when(choose('call', 'ben'))
      .then(refusal);
    given(...waiting, notReady('ted'))
      .when(choose('call', 'ted'))
      .then({ ...refusal, agentId: asId('ted') });
  });

  test('has nothing to choose while somebody is being asked', () => {
    given(promise(), onDuty('ann'), work('call'))
      .when(choose('call'))
      .then({
        code: 'work-state-wrong',
        workId: asId('call'),
        status: 'offered',
        expected: ['waiting'],
      });
  });
});

describe('an estimate', () => {
  const call = asId<'work'>('call');
  const ted = asId<'agent'>('ted');
  const seen = Array.from({ length: 20 }, (_, index) => {
    const name = `before-${index}`;
    return [
      work(name),
      accept(name, 'ted'),
      until((index + 1) * 5 * MINUTE),
      complete(name, 'ted'),
    ];
  }).flat();
  const busyNow = [bond('acme', { owner: 'ted' }), work('now'), accept('now', 'ted')];
  const begun = [promise(), onDuty('ted')];

  test('is unknown while too few items were seen', () => {
    const { desk } = given(...begun, ...busyNow).when(work('call', { customer: 'acme' }));
    const item = desk.work.get(call);
    const agentRecord = desk.agents.get(ted);
    if (item === undefined || agentRecord === undefined) throw new Error('both are there');
    expect(waitForAgent(desk, { work: item, agent: agentRecord, at: 0 })).toBeUndefined();
    expect(waitForAnybody(desk, item)).toBeUndefined();
  });

  test('follows from how long such items took, and from the calendar', () => {
    const { desk } = given(...begun, ...seen, ...busyNow).when(work('call', { customer: 'acme' }));
    const item = desk.work.get(call);
    const agentRecord = desk.agents.get(ted);
    if (item === undefined || agentRecord === undefined) throw new Error('both are there');
    const at = 100 * MINUTE;
    const wait = waitForAgent(desk, { work: item, agent: agentRecord, at });
    // All took five minutes, which one bucket of a quarter of an octave holds.
    expect(wait?.evenMs).toBeGreaterThanOrEqual(4 * MINUTE);
    expect(wait?.longMs).toBeLessThanOrEqual(6 * MINUTE);
    expect(waitForAnybody(desk, item)).toBeGreaterThanOrEqual(4 * MINUTE);
    const line = Array.from({ length: 60 }, (_, index) => [
      until(100 * MINUTE + index),
      work(`later-${index}`),
    ]).flat();
    const { desk: full } = given(...begun, ...seen, ...busyNow, ...line).when(work('last'));
    const last = full.work.get(asId('last'));
    if (last === undefined) throw new Error('it is there');
    // Sixty before it, of five minutes each: more than four hours, which nobody foretells.
    expect(waitForAnybody(full, last)).toBeUndefined();
    const away = { ...agentRecord, busyIntervals: [{ fromAt: at, untilAt: at + 30 * MINUTE }] };
    expect(waitForAgent(desk, { work: item, agent: away, at })?.evenMs).toBe(30 * MINUTE);
  });
});
