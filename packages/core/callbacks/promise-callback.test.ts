import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { explainWork } from '../explanation/explain-work.ts';
import { POLICY } from '../routing/policy.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  busy,
  complete,
  notReady,
  onDuty,
  promise,
  until,
  work,
  bond,
} from '../testing/messages.ts';
import { present } from '../desk.ts';
import { callbackOffers } from './callback-offers.ts';
import type { NoteNoAnswer, PromiseCallback } from './callback-messages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const callBack = (item: string, agentId: string, dueAt: number): PromiseCallback => ({
  type: 'promise-callback',
  workId: asId(item),
  agentId: asId(agentId),
  dueAt,
});

const noAnswer = (item: string, agentId: string): NoteNoAnswer => ({
  type: 'note-no-answer',
  workId: asId(item),
  agentId: asId(agentId),
});

/** Ted owns the customer and talks to somebody else; Ann, his deputy, talks as well, and the customer's call waits. */
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
const promised = [...waiting, callBack('call', 'ted', HOUR)];

describe('a customer who is promised a call', () => {
  test('waits no more, and whoever calls is kept free from a usual call before', () => {
    given(...waiting)
      .when(callBack('call', 'ted', HOUR))
      .then([
        {
          type: 'callback-promised',
          v: 1,
          workId: asId('call'),
          agentId: asId('ted'),
          dueAt: HOUR,
          keptFreeFromAt: 55 * MINUTE,
        },
      ]);
    given(...promised)
      .when(complete('second', 'ann'))
      .thenOffers();
  });

  test('is called at the moment, by whoever promised it', () => {
    given(...promised, complete('first', 'ted'))
      .when(until(HOUR))
      .thenOffers('call to ted: preferred');
  });

  test('keeps from waiting for him whoever chose to, where he is kept free for longer now', () => {
    const brief = {
      type: 'set-policy',
      policy: { ...POLICY, choiceMsSynchronous: 10_000 },
    } as const;
    const chosen = {
      type: 'choose-wait',
      workId: asId<'work'>('more'),
      agentId: asId<'agent'>('ted'),
    } as const;
    const story = [brief, ...promised, complete('first', 'ted'), until(56 * MINUTE)];
    const { events } = given(
      ...story,
      bond('bolt', { owner: 'ted' }),
      work('more', { customer: 'bolt' }),
      chosen,
    ).when(callBack('call', 'ted', 61 * MINUTE));
    expect(events.slice(1)).toMatchObject([
      { type: 'reservation-ended', workId: 'more', reason: 'nobody-expected' },
      { type: 'work-queued', workId: 'more' },
    ]);
  });

  test('lets what waits longer go first, where nobody is to be called any more', () => {
    const story = [...promised, complete('first', 'ted'), until(56 * MINUTE)];
    given(...story, work('older', { customer: 'bolt' }), until(59 * MINUTE))
      .when({ type: 'recall-work', workId: asId('call') })
      .thenOffers('older to ted: urgency 3');
  });

  test('keeps him from other live work shortly before, and not sooner', () => {
    const free = [...promised, complete('first', 'ted')];
    given(...free, until(54 * MINUTE))
      .when(work('other'))
      .thenOffers('other to ted: best-suited');
    const { events } = given(...free, until(56 * MINUTE)).when(
      work('of-acme', { customer: 'bolt' }),
    );
    expect(events.map(({ type }) => type)).toEqual(['work-received', 'work-queued']);
  });

  test('is for his deputy after five minutes, and before anybody else', () => {
    given(...promised, complete('second', 'ann'), until(HOUR))
      .when(until(HOUR + 5 * MINUTE - 1))
      .thenOffers();
    given(...promised, complete('second', 'ann'), until(HOUR))
      .when(until(HOUR + 5 * MINUTE))
      .thenOffers('call to ann: deputy');
  });

  test('is for his deputy at once where he is not expected', () => {
    given(...promised, complete('first', 'ted'), complete('second', 'ann'), notReady('ted'))
      .when(until(HOUR))
      .thenOffers('call to ann: deputy');
  });

  test('goes to the deputy of whoever is away that day', () => {
    const { desk } = given(...promised).when({
      type: 'declare-absence',
      agentId: asId('ted'),
      untilAt: 8 * HOUR,
      deputyId: asId('ann'),
    });
    expect(desk.work.get(asId('call'))?.agent?.id).toBe('ann');
  });

  test('has the callback by coming first, on any channel', () => {
    const { events } = given(...promised).when(
      work('mail', { customer: 'acme', channel: 'email' }),
    );
    expect(events).toMatchObject([
      { type: 'work-received', workId: 'mail' },
      { type: 'callback-met', workId: 'call', byWorkId: 'mail' },
      { type: 'work-completed', workId: 'call', disposition: 'customer-came-first' },
      { type: 'work-queued', workId: 'mail' },
    ]);
  });

  test('is still called where only a machine has reported in his name', () => {
    const { desk, events } = given(...promised).when(
      work('event', { customer: 'acme', channel: 'autolog' }),
    );
    expect(events.map(({ type }) => type)).not.toContain('callback-met');
    expect(desk.work.get(asId('call'))?.status).toBe('deferred');
  });

  test('is promised nothing any more once he is back, or wants no call', () => {
    const recalled = [...promised, { type: 'recall-work', workId: asId<'work'>('call') } as const];
    const { desk } = given(...promised).when({ type: 'recall-work', workId: asId('call') });
    expect(desk.work.get(asId('call'))).toMatchObject({ status: 'waiting', callback: undefined });
    expect(desk.agents.get(asId('ted'))?.windDowns).toEqual([]);
    const { events } = given(...recalled).when(
      work('mail', { customer: 'acme', channel: 'email' }),
    );
    expect(events.map(({ type }) => type)).not.toContain('callback-met');
  });

  test('is offered the first moments of each who knows him and is able, half an hour apart', () => {
    const { desk } = given(...waiting).when(busy('ted', [0, 30 * MINUTE]));
    const item = present(desk.work.get(asId('call')));
    const offers = callbackOffers(desk, { work: item, at: desk.lastAt }, 2);
    expect(offers.map(({ agent, moments }) => [agent.id, ...moments])).toEqual([
      ['ted', 30 * MINUTE, 60 * MINUTE],
      ['ann', 10 * MINUTE, 40 * MINUTE],
    ]);
  });

  test('may be promised another moment by somebody else', () => {
    const { desk } = given(...promised).when(callBack('call', 'ann', 2 * HOUR));
    expect(desk.agents.get(asId('ted'))?.windDowns).toEqual([]);
    expect(desk.agents.get(asId('ann'))?.deferred).toHaveLength(1);
  });

  test('is told that it slips, by the promise that counts from the moment', () => {
    const { alerts } = given(...promised, until(HOUR)).when(until(HOUR + MINUTE));
    expect(alerts).toMatchObject([{ rung: 'approaching' }, { rung: 'exceeded' }]);
  });

  test('is done with once he was called, and what is put off then is nothing to call', () => {
    const later = {
      type: 'defer-work',
      workId: asId<'work'>('call'),
      agentId: asId<'agent'>('ted'),
      untilAt: 24 * HOUR,
    } as const;
    const story = [...promised, complete('first', 'ted'), until(HOUR), accept('call', 'ted')];
    const { events, desk } = given(...story, later, until(24 * HOUR)).when(
      work('mail', { customer: 'acme', channel: 'email' }),
    );
    expect(events.map(({ type }) => type)).not.toContain('callback-met');
    expect(desk.work.get(asId('call'))).toMatchObject({ status: 'offered', callback: undefined });
  });

  test('reads who calls and when', () => {
    const { events } = given(...waiting).when(callBack('call', 'ted', HOUR));
    const received = {
      type: 'work-received',
      v: 1,
      workId: asId<'work'>('call'),
      channel: 'phone',
      requirements: [],
      promiseId: asId<'promise'>('p'),
    } as const;
    const foreseen = {
      type: 'alert-raised',
      v: 1,
      workId: asId<'work'>('call'),
      rung: 'predicted',
      advice: 'hurry',
      dueAt: 20_000,
    } as const;
    const history = [received, foreseen, ...events].map((event) => ({ at: 0, event }));
    const told = explainWork(asId('call'), history, 1);
    expect(told).toMatchObject({
      status: 'deferred',
      agentId: 'ted',
      next: { code: 'call-back', agentId: 'ted', at: HOUR },
    });
    // What was foreseen before is not what is promised now.
    expect(told).not.toHaveProperty('alert');
  });
});

describe('a call that nobody answers', () => {
  const calling = [...promised, complete('first', 'ted'), until(HOUR), accept('call', 'ted')];

  test('is tried again after a quarter of an hour, and ends the third time', () => {
    const once = [...calling, noAnswer('call', 'ted')];
    const { events } = given(...calling).when(noAnswer('call', 'ted'));
    expect(events).toMatchObject([
      { type: 'callback-missed', attemptCount: 1, againAt: HOUR + 15 * MINUTE },
      { type: 'work-deferred', untilAt: HOUR + 15 * MINUTE },
    ]);
    const again = [until(HOUR + 15 * MINUTE), accept('call', 'ted'), noAnswer('call', 'ted')];
    given(...once)
      .when(until(HOUR + 15 * MINUTE))
      .thenOffers('call to ted: preferred');
    const last = given(...once, ...again, until(HOUR + 30 * MINUTE), accept('call', 'ted')).when(
      noAnswer('call', 'ted'),
    );
    expect(last.events).toMatchObject([
      { type: 'callback-missed', attemptCount: 3 },
      { type: 'work-completed', disposition: 'no-answer' },
    ]);
  });

  test('is none where nobody promised it', () => {
    given(...waiting)
      .when(noAnswer('first', 'ted'))
      .then({ code: 'callback-not-promised', workId: asId('first') });
  });
});

describe('a moment', () => {
  const refusal = (dueAt: number) =>
    ({
      code: 'moment-not-free',
      workId: asId<'work'>('call'),
      agentId: asId<'agent'>('ted'),
      dueAt,
    }) as const;

  test('is not promised in a meeting', () => {
    given(...waiting, busy('ted', [HOUR, 2 * HOUR]))
      .when(callBack('call', 'ted', HOUR))
      .then(refusal(HOUR));
  });

  test('is not promised before somebody has said that he is back, nor offered', () => {
    const away = { ...notReady('ted'), returnAt: 30 * MINUTE };
    given(...waiting, away)
      .when(callBack('call', 'ted', 20 * MINUTE))
      .then(refusal(20 * MINUTE));
    const { desk } = given(...waiting).when(away);
    const item = present(desk.work.get(asId('call')));
    const [first] = callbackOffers(desk, { work: item, at: desk.lastAt }, 1);
    expect(first).toMatchObject({ agent: { id: 'ted' }, moments: [30 * MINUTE] });
  });

  test('is not promised off duty, nor in a break, by what is planned', () => {
    const roster = {
      type: 'set-roster',
      agentId: asId<'agent'>('ted'),
      dutyIntervals: [{ fromAt: 0, untilAt: 4 * HOUR }],
      breakIntervals: [{ fromAt: HOUR, untilAt: HOUR + 10 * MINUTE }],
    } as const;
    for (const dueAt of [HOUR, 4 * HOUR, 5 * HOUR]) {
      given(...waiting, roster)
        .when(callBack('call', 'ted', dueAt))
        .then(refusal(dueAt));
    }
    const { refusal: none } = given(...waiting, roster).when(callBack('call', 'ted', 2 * HOUR));
    expect(none).toBeUndefined();
  });

  test('is not promised where he winds down: it would come due and be another’s', () => {
    const roster = {
      type: 'set-roster',
      agentId: asId<'agent'>('ted'),
      dutyIntervals: [{ fromAt: 0, untilAt: 4 * HOUR }],
      breakIntervals: [{ fromAt: HOUR, untilAt: HOUR + 10 * MINUTE }],
    } as const;
    const guardMs = POLICY.windDownMs;
    for (const stopsAt of [HOUR, 4 * HOUR]) {
      given(...waiting, roster)
        .when(callBack('call', 'ted', stopsAt - guardMs))
        .then(refusal(stopsAt - guardMs));
    }
    const dueAt = 4 * HOUR - guardMs - 1;
    given(...waiting, roster, callBack('call', 'ted', dueAt), complete('first', 'ted'))
      .when(until(dueAt))
      .thenOffers('call to ted: preferred');
  });

  test('is not promised so that he is kept free for another when it comes due', () => {
    const next = [bond('bolt', { owner: 'ted' }), work('next', { customer: 'bolt' })];
    const dueAt = HOUR + 5 * MINUTE;
    given(...promised, ...next)
      .when(callBack('next', 'ted', dueAt))
      .then({ ...refusal(dueAt), workId: asId('next') });
    given(...promised, ...next, callBack('next', 'ted', dueAt + 1), complete('first', 'ted'))
      .when(until(HOUR))
      .thenOffers('call to ted: preferred');
  });

  test('is not promised into a longer call of before', () => {
    const next = [
      bond('bolt', { owner: 'ted' }),
      work('next', { customer: 'bolt', channel: 'email' }),
    ];
    const dueAt = HOUR - POLICY.handleMsAsynchronous + MINUTE;
    given(...promised, ...next)
      .when(callBack('next', 'ted', dueAt))
      .then({ ...refusal(dueAt), workId: asId('next') });
    const earlier = [...waiting, ...next, callBack('next', 'ted', HOUR)];
    const intoIt = HOUR + POLICY.handleMsAsynchronous - MINUTE;
    given(...earlier)
      .when(callBack('call', 'ted', intoIt))
      .then(refusal(intoIt));
  });

  test('is not promised beyond four hours where nothing is planned', () => {
    given(...waiting)
      .when(callBack('call', 'ted', 4 * HOUR + 1))
      .then(refusal(4 * HOUR + 1));
  });

  test('is not promised twice, nor so near that one of the calls would slip', () => {
    given(...promised, bond('bolt', { owner: 'ted' }), work('next', { customer: 'bolt' }))
      .when(callBack('next', 'ted', HOUR + 4 * MINUTE))
      .then({ ...refusal(HOUR + 4 * MINUTE), workId: asId('next') });
  });
});
