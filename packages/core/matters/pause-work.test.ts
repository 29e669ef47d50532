import { describe, expect, test } from 'vitest';
import { restoreDesk } from '../evolution/restore-desk.ts';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { explainWork } from '../explanation/explain-work.ts';
import { asId } from '../id.ts';
import { DeskMeasures } from '../measures/desk-measures.ts';
import { FirstWaits } from '../measures/first-waits.ts';
import { nextDueAt } from '../routing/timers.ts';
import { given, type Step } from '../testing/given.ts';
import {
  absent,
  accept,
  bond,
  complete,
  defer,
  link,
  notReady,
  onDuty,
  promise,
  ready,
  recall,
  transfer,
  unhold,
  unlink,
  until,
  work,
  wrapUp,
} from '../testing/messages.ts';

const ofLeila = { customer: 'leila', matter: 'roof' } as const;
const byWorkId = asId<'work'>('call');
const letterId = asId<'work'>('letter');
const annId = asId<'agent'>('ann');
const pausedEvent = {
  type: 'work-paused',
  v: 1,
  workId: letterId,
  agentId: annId,
  byWorkId,
} as const;
const ended = { type: 'pause-ended', v: 1, workId: letterId, agentId: annId } as const;
/** Leila has written, and now she calls; nobody is there but Ann, who is asked for the call. */
const calling: readonly Step[] = [
  promise(),
  work('letter', { ...ofLeila, channel: 'email' }),
  work('call', ofLeila),
  ...onDuty('ann', { capacity: { units: 6, weights: { phone: 6, email: 2, chat: 3 } } }),
];
const talking: readonly Step[] = [...calling, accept('call', 'ann')];

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('answering one item of a matter', () => {
  test('puts aside what waits of it, with whoever answers', () => {
    const story = [promise(), ...onDuty('ann'), work('call', ofLeila)];
    given(story, work('letter', { ...ofLeila, channel: 'email' }), until(1_000))
      .when(accept('call', 'ann'))
      .then([{ type: 'offer-accepted', v: 1, workId: byWorkId, agentId: annId }, pausedEvent]);
  });

  test('takes an offer of another back without blame, and he is asked for the next', () => {
    const capacity = { units: 6, weights: { phone: 6, email: 6 } };
    const { events } = given(
      [promise(), ...onDuty('ann', { capacity }), ...onDuty('ben', { capacity })],
      [work('call', ofLeila), work('letter', { ...ofLeila, channel: 'email' })],
      work('other', { channel: 'email' }),
    ).when(accept('call', 'ann'));
    expect(typesOf(events)).toEqual([
      'offer-accepted',
      'offer-withdrawn',
      'work-paused',
      'work-offered',
    ]);
    expect(events[1]).toMatchObject({ agentId: 'ben', reason: 'matter-answered' });
    expect(events[3]).toMatchObject({ workId: 'other', agentId: 'ben' });
  });

  test('asks whoever it frees before another for those who know him', () => {
    const capacity = { units: 6, weights: { email: 2 } };
    const letter = (name: string) => work(name, { ...ofLeila, channel: 'email' });
    given(
      [promise(), ...onDuty('ann', { capacity }), ...onDuty('ben', { capacity })],
      bond('dune', { owner: 'ben' }),
      [letter('letter'), letter('note'), work('other', { customer: 'dune', channel: 'email' })],
    )
      .when(accept('letter', 'ann'))
      .thenOffers('other to ben: urgency 0, owner');
  });

  test('leaves alone whoever is on the line or in a chat, and what belongs to nothing', () => {
    const more = [
      work('line', ofLeila),
      work('chat', { ...ofLeila, channel: 'chat' }),
      work('alone', { customer: 'leila', channel: 'email' }),
    ];
    const story = [promise(), ...onDuty('ann'), work('call', ofLeila), ...more];
    const { events, desk } = given(story).when(accept('call', 'ann'));
    expect(typesOf(events)).toEqual(['offer-accepted']);
    expect(desk.work.get(asId('line'))?.status).toBe('waiting');
  });

  test('leaves to a customer whom he waits for by his own choice', () => {
    const capacity = { units: 6, weights: { phone: 6, email: 6 } };
    const bonds = {
      type: 'change-bond',
      customerId: asId<'customer'>('leila'),
      deputyIds: [],
    } as const;
    const story = [
      promise(),
      ...onDuty('ted', { capacity }),
      { ...bonds, ownerId: asId<'agent'>('ted') },
      work('busy', { customer: 'leila' }),
      accept('busy', 'ted'),
      work('letter', { ...ofLeila, channel: 'email' }),
      { type: 'choose-wait', workId: letterId, agentId: asId<'agent'>('ted') },
      ...onDuty('ann', { capacity }),
      work('call', ofLeila),
    ] as const;
    expect(typesOf(given(story).when(accept('call', 'ann')).events)).toEqual(['offer-accepted']);
  });

  test('leaves alone whoever is still to be called', () => {
    const ted = asId<'agent'>('ted');
    const form = asId<'work'>('form');
    const story = [
      promise(),
      ...onDuty('ted'),
      bond('leila', { owner: 'ted' }),
      work('busy'),
      accept('busy', 'ted'),
      work('letter', { ...ofLeila, channel: 'email' }),
      work('form', { ...ofLeila, channel: 'email' }),
      { type: 'promise-callback', workId: form, agentId: ted, dueAt: 3_600_000 },
      complete('busy', 'ted'),
      { type: 'set-agent-state', agentId: ted, state: 'signed-out' },
      until(3_600_000),
      ...onDuty('ann'),
    ] as const;
    const { desk, events } = given(story).when(accept('letter', 'ann'));
    expect(typesOf(events)).not.toContain('work-paused');
    expect(desk.work.get(form)).toMatchObject({
      status: 'offered',
      callback: { dueAt: 3_600_000 },
    });
  });

  test('in an emergency puts nothing aside of what others are waiting for', () => {
    const declared = {
      type: 'declare-emergency',
      reason: 'outage',
      declaredBy: 'person_vera',
      untilAt: 100_000,
    } as const;
    const story = [promise(), ...onDuty('ann'), declared, work('call', ofLeila)];
    const surge = work('letter', { customer: 'omar', matter: 'roof', channel: 'email' });
    expect(typesOf(given(story, surge).when(accept('call', 'ann')).events)).toEqual([
      'offer-accepted',
    ]);
  });

  test('keeps nothing for whoever handled a matter that became several people’s', () => {
    const skill = 'power';
    const ted = asId<'agent'>('ted');
    const kept = {
      type: 'work-reserved',
      v: 1,
      workId: letterId,
      agentIds: [annId],
      untilAt: 500_000,
      chanceRatio: 0.8,
      insteadOfId: ted,
      passedOver: [],
    } as const;
    const declared = {
      type: 'declare-emergency',
      reason: 'outage',
      declaredBy: 'person_vera',
      untilAt: 900_000,
      skill,
    } as const;
    const story = [...talking, notReady('ann'), complete('call', 'ann'), kept, declared] as const;
    const { events } = given(story).when(
      work('surge', { customer: 'omar', matter: 'roof', skills: { [skill]: 1 } }),
    );
    expect(typesOf(events)).toContain('reservation-ended');
  });

  test('puts aside what joins while it is being answered', () => {
    const story = [promise(), ...onDuty('ann'), work('call', ofLeila), accept('call', 'ann')];
    const letter = work('letter', { ...ofLeila, channel: 'email' });
    expect(typesOf(given(story).when(letter).events)).toEqual(['work-received', 'work-paused']);
    const alone = work('letter', { customer: 'leila', channel: 'email' });
    expect(typesOf(given(story, alone).when(link('letter', 'call')).events)).toEqual([
      'work-linked',
      'work-paused',
    ]);
  });
});

describe('what was put aside', () => {
  test('waits again when the other is completed, for him first, with its age', () => {
    const { events, desk } = given(talking, until(30_000)).when(complete('call', 'ann'));
    expect(typesOf(events)).toEqual([
      'work-completed',
      'bond-earned',
      'pause-ended',
      'work-offered',
    ]);
    expect(events[2]).toEqual(ended);
    expect(events[3]).toMatchObject({
      workId: 'letter',
      agentId: 'ann',
      reason: { standing: 'preferred' },
    });
    expect(desk.work.get(letterId)?.status).toBe('offered');
  });

  test('does not age meanwhile', () => {
    const letter = work('letter', { ...ofLeila, channel: 'email' });
    const story = [promise(), ...onDuty('ann'), work('call', ofLeila), letter, until(5_000)];
    const answered = [accept('call', 'ann'), until(25_000)];
    const { desk } = given(story, answered).when(complete('call', 'ann'));
    expect(desk.work.get(letterId)).toMatchObject({ waitedMs: 5_000, waitingSince: 25_000 });
  });

  test.each([
    ['transferred', transfer('call', 'ann')],
    ['put off', defer('call', 'ann', 60_000)],
    ['found to be about something else', unlink('call')],
  ])('waits again when the other is %s', (_, step) => {
    const { events } = given(talking).when(step);
    expect(events).toContainEqual(ended);
  });

  test('waits again when whoever answers is away', () => {
    const email = { ...ofLeila, channel: 'email' } as const;
    const story = [promise(), ...onDuty('ann'), work('call', email), accept('call', 'ann')];
    const { events } = given(story, work('letter', email)).when(absent('ann', 60_000));
    expect(typesOf(events)).toContain('pause-ended');
  });

  test('stays put aside while the other is wrapped up, and has no moment of its own', () => {
    const { events, desk } = given(talking).when(wrapUp('call', 'ann'));
    expect(typesOf(events)).toEqual(['work-wrapped-up']);
    const untilAt = desk.work.get(byWorkId)?.wrapUpEndsAt;
    expect(nextDueAt(desk)).toBe(untilAt);
    const after = given(talking, wrapUp('call', 'ann')).when(until(untilAt ?? 0));
    expect(after.events).toContainEqual(ended);
  });

  test('can be settled in the same talk, taken up, or found to be about something else', () => {
    const settled = given(talking).when(complete('letter', 'ann'));
    expect(typesOf(settled.events)).toEqual(['work-completed', 'bond-earned']);
    const roomy = { capacity: { units: 8, weights: { phone: 6, email: 2 } } };
    const story = [
      promise(),
      ...onDuty('ann', roomy),
      work('call', ofLeila),
      accept('call', 'ann'),
    ];
    const letter = work('letter', { ...ofLeila, channel: 'email' });
    const taken = given(story, letter).when(unhold('letter', 'ann'));
    expect(taken.desk.work.get(letterId)?.status).toBe('active');
    const apart = given(talking).when(unlink('letter'));
    expect(typesOf(apart.events)).toEqual(['work-unlinked', 'pause-ended', 'work-queued']);
  });

  test('is not recalled by what its customer writes: it lies before whoever talks with him', () => {
    given(talking)
      .when(recall('letter'))
      .then({ code: 'work-paused', workId: letterId, agentId: annId });
  });

  test('is not for the deputy of somebody who is away and still talks', () => {
    const { events, desk } = given(talking, onDuty('ben')).when(absent('ann', 60_000, 'ben'));
    expect(typesOf(events)).not.toContain('deferral-handed');
    expect(desk.work.get(letterId)?.agent?.id).toBe('ann');
  });

  test('is kept with the desk', () => {
    const { desk } = given(talking).when(ready('ann'));
    const records = [...snapshotDesk(desk)];
    const read = JSON.parse(JSON.stringify(records)) as typeof records;
    const restored = restoreDesk(read);
    expect([...snapshotDesk(restored)]).toEqual(records);
    expect(nextDueAt(restored)).toBe(nextDueAt(desk));
  });

  test('is explained by the other', () => {
    const history = historyOf(talking);
    expect(explainWork(letterId, history, 10)).toMatchObject({
      status: 'deferred',
      agentId: 'ann',
      reason: { code: 'paused', byWorkId: 'call' },
      next: { code: 'return-after', agentId: 'ann', byWorkId: 'call' },
    });
  });

  test('counts as answered once it is settled, and did not wait meanwhile', () => {
    const letter = work('letter', { ...ofLeila, channel: 'email' });
    const ringing = [promise(), ...onDuty('ann'), work('call', ofLeila), letter, until(4_000)];
    const story = [...ringing, accept('call', 'ann')];
    const measures = new DeskMeasures({ thresholdMs: 5_000, shortAbandonMs: 0 });
    for (const { event, at } of historyOf(story, until(60_000), complete('letter', 'ann'))) {
      measures.take(event, at);
    }
    const { total } = measures.figures(60_000);
    expect(total).toMatchObject({ counts: { answeredCount: 2 }, answerWaitMsMean: 4_000 });
    // It was answered when it was put aside, and not when it was settled.
    expect(waitsOf(historyOf(story, until(60_000), complete('letter', 'ann')))).toEqual([
      ['call', 4_000],
      ['letter', 4_000],
    ]);
  });
});

/** Which items were answered, and when. */
function waitsOf(history: ReturnType<typeof historyOf>) {
  const waits = new FirstWaits();
  return history.flatMap(({ event, at }) => {
    const ended = waits.take(event, at);
    return ended === undefined ? [] : [[ended.received.workId, ended.endedAt]];
  });
}

/** Each event of a story with its moment. */
function historyOf(...story: readonly (Step | readonly Step[])[]) {
  const steps = story.flat();
  return steps.flatMap((step, index) => {
    const { events, desk } = given(steps.slice(0, index)).when(step);
    return events.map((event) => ({ event, at: desk.lastAt }));
  });
}
