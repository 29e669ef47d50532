import { describe, expect, test } from 'vitest';
import { advance } from './advance.ts';
import { STANDARD_CAPACITY } from './agents/capacity.ts';
import { decide } from './decide.ts';
import { createDesk } from './desk.ts';
import { asId } from './id.ts';
import type { Command } from './messages.ts';
import { nextDueAt } from './routing/timers.ts';
import { given } from './testing/given.ts';
import {
  accept,
  agent,
  busy,
  decline,
  interruptedUntil,
  lateAt,
  notReady,
  offered,
  onDuty,
  promise,
  queued,
  ready,
  until,
  work,
} from './testing/messages.ts';

const workId = asId<'work'>('call');
const [ann, ben] = [asId<'agent'>('ann'), asId<'agent'>('ben')];
const bestSuited = { code: 'best-suited' } as const;

describe('an offer that nobody answers', () => {
  test('on a live channel: he is not ready, and the item goes on to somebody else', () => {
    given(promise(), onDuty('ann'), onDuty('ben'), work('call'))
      .when(until(20_000))
      .then([
        { type: 'offer-expired', v: 1, workId, agentId: ann, excludedUntil: 320_000 },
        {
          type: 'agent-state-changed',
          v: 1,
          agentId: ann,
          state: 'not-ready',
          reason: 'ring-no-answer',
        },
        offered('call', 'ben', { reason: bestSuited, expiresAt: 40_000 }),
      ]);
  });

  test('does not expire a moment too early', () => {
    given(promise(), onDuty('ann'), work('call')).when(until(19_999)).then([]);
  });

  test('the item keeps its age', () => {
    given(promise(), onDuty('ann'), agent('ben'), work('call'), until(45_000))
      .when(ready('ben'))
      .thenOffers('call to ben: urgency 0.75');
  });

  test('it is not offered to him again when he comes back, but others are', () => {
    given(promise(), onDuty('ann'), work('call'), until(30_000)).when(ready('ann')).thenOffers();
    given(promise(), onDuty('ann'), work('call'), until(30_000), work('other'))
      .when(ready('ann'))
      .thenOffers('other to ann: urgency 0');
  });

  test('it is offered to him again after five minutes', () => {
    given(promise(), onDuty('ann'), work('call'), until(30_000), ready('ann'))
      .when(until(320_000))
      .then([
        { type: 'exclusion-ended', v: 1, workId, agentId: ann },
        offered('call', 'ann', { reason: bestSuited, expiresAt: 340_000 }),
      ]);
  });

  test('nothing is stuck: when he comes back after that, he is offered it', () => {
    given(promise(), onDuty('ann'), work('call'), until(400_000))
      .when(ready('ann'))
      .thenOffers('call to ann: urgency 6.667');
  });

  test('of a message: he stays ready without blame, and is offered the next', () => {
    given(
      promise(),
      onDuty('ann'),
      work('call', { channel: 'email' }),
      work('next', { channel: 'email' }),
    )
      .when(until(120_000))
      .then([
        { type: 'offer-expired', v: 1, workId, agentId: ann, excludedUntil: 420_000 },
        queued('call'),
        offered('next', 'ann', {
          reason: { code: 'most-urgent', urgencyRatio: 2 },
          expiresAt: 240_000,
        }),
      ]);
  });

  test('goes to each once while all are silent, and then waits', () => {
    const { events, desk } = given(promise(), onDuty('ann'), onDuty('ben'), work('call')).when(
      until(60_000),
    );
    const expired = events.filter(({ type }) => type === 'offer-expired');
    expect(expired).toMatchObject([{ agentId: ann }, { agentId: ben }]);
    expect(desk.work.get(workId)?.status).toBe('waiting');
    expect(nextDueAt(desk)).toBe(320_000);
  });

  test('an exclusion that ends while the item is offered to another lets him be asked again', () => {
    const story = [
      promise(),
      onDuty('ann'),
      work('call', { channel: 'email' }),
      decline('call', 'ann'),
      until(200_000),
      onDuty('ben'),
      until(299_999),
    ];
    given(...story)
      .when(until(300_000))
      .then([{ type: 'exclusion-ended', v: 1, workId, agentId: ann }]);
    given(...story, until(300_000))
      .when(decline('call', 'ben'))
      .thenOffers('call to ann: best-suited');
  });
});

describe('what falls due while nobody looks', () => {
  test('is decided as of the moment in which somebody looks', () => {
    given(promise(), onDuty('ann'), onDuty('ben'), work('call'))
      .when(lateAt(50_000))
      .then([
        { type: 'offer-expired', v: 1, workId, agentId: ann, excludedUntil: 350_000 },
        {
          type: 'agent-state-changed',
          v: 1,
          agentId: ann,
          state: 'not-ready',
          reason: 'ring-no-answer',
        },
        offered('call', 'ben', { reason: bestSuited, expiresAt: 70_000 }),
      ]);
  });

  test('is not offered to somebody who is busy by then, although his interval began later', () => {
    given(promise(), onDuty('ann'), onDuty('ben'), busy('ben', [30_000, 90_000]), work('call'))
      .when(lateAt(50_000))
      .thenOffers();
  });

  test('nothing is due on a quiet desk but that an item comes near its promise', () => {
    const { desk } = given(promise(), onDuty('ann')).when(work('call', { skills: { french: 1 } }));
    expect(nextDueAt(desk)).toBe(48_000);
    expect(nextDueAt(given(promise()).when(onDuty('ann')[0]).desk)).toBeUndefined();
  });
});

describe('resume', () => {
  test('voids the open offers without blame, and makes them anew', () => {
    given(promise(), onDuty('ann'), work('call'))
      .when(interruptedUntil(30_000))
      .then([
        { type: 'desk-resumed', v: 1 },
        { type: 'offer-withdrawn', v: 1, workId, agentId: ann, reason: 'desk-resumed' },
        offered('call', 'ann', {
          reason: { code: 'most-urgent', urgencyRatio: 0.5 },
          expiresAt: 50_000,
        }),
      ]);
  });

  test('brings nothing about when nothing was being offered', () => {
    given(promise(), onDuty('ann'), work('call'), accept('call', 'ann'))
      .when(interruptedUntil(30_000))
      .then([]);
  });

  test('an item whose agent is given another goes to whoever else can take it by now', () => {
    const email = { channel: 'email' } as const;
    given(
      promise(),
      onDuty('ann'),
      work('older', email),
      decline('older', 'ann'),
      until(299_000),
      work('newer', email),
      until(300_000),
    )
      .when(interruptedUntil(301_000))
      // Ann may be offered the older one again since a moment ago, and it came long before.
      .thenOffers('older to ann: urgency 5.017');
    given(
      promise(),
      onDuty('ann'),
      onDuty('ben'),
      work('older', email),
      decline('older', 'ann'),
      work('newer', email),
      notReady('ben'),
      until(60_000),
    )
      .when(interruptedUntil(61_000))
      .thenOffers('newer to ann: urgency 1.017');
  });

  test('offers nothing to somebody whose busy interval began meanwhile', () => {
    const { events } = given(
      promise(),
      onDuty('ann'),
      busy('ann', [15_000, 90_000]),
      work('call'),
    ).when(interruptedUntil(30_000));
    expect(events.map(({ type }) => type)).toEqual([
      'desk-resumed',
      'offer-withdrawn',
      'agent-busy-began',
      'work-queued',
    ]);
  });

  test('offers what waits to somebody whose busy interval ended meanwhile', () => {
    given(
      promise(),
      onDuty('ann'),
      onDuty('ben'),
      busy('ben', [0, 10_000]),
      work('first'),
      work('second'),
    )
      .when(interruptedUntil(15_000))
      .thenOffers('first to ben: urgency 0.25', 'second to ann: urgency 0.25');
  });
});

describe('busy intervals that meet, or are passed together', () => {
  const eventsOf = (...intervals: readonly (readonly [number, number])[]) => {
    const desk = createDesk();
    const run = (command: Command, at: number) => {
      const result = decide(desk, command, at);
      if (!result.ok) throw new Error(result.refusal.code);
    };
    const agentId = asId<'agent'>('ann');
    run({ type: 'register-agent', agentId, skills: [], capacity: STANDARD_CAPACITY }, 0);
    const busyIntervals = intervals.map(([fromAt, untilAt]) => ({ fromAt, untilAt }));
    run({ type: 'set-busy-intervals', agentId, intervals: busyIntervals }, 0);
    return (...instants: readonly number[]) =>
      instants.map((at) => advance(desk, at).map(({ type }) => type));
  };

  test('one that begins as another ends leaves him busy', () => {
    const passed = eventsOf([10, 20], [20, 30])(10, 20, 30);
    expect(passed).toEqual([['agent-busy-began'], ['agent-busy-began'], ['agent-busy-ended']]);
  });

  test('whoever is late sees the one that runs, not the one that is over', () => {
    const passed = eventsOf([10, 20], [30, 40])(10, 35, 40);
    expect(passed).toEqual([['agent-busy-began'], ['agent-busy-began'], ['agent-busy-ended']]);
  });
});
