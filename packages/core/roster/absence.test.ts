import { describe, expect, test } from 'vitest';
import type { Id } from '../id.ts';
import { given } from '../testing/given.ts';
import {
  absent,
  accept,
  agent,
  bond,
  busy,
  cancelAbsence,
  complete,
  defer,
  notReady,
  onDuty,
  promise,
  ready,
  recall,
  retire,
  until,
  work,
  wrapUp,
} from '../testing/messages.ts';

const HOUR = 3_600_000;
const email = (name: string, terms = {}) => work(name, { channel: 'email', ...terms });
const team = [promise(), onDuty('ted'), onDuty('ann'), bond('acme', { owner: 'ted' })];
const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('absent today', () => {
  test('takes the open offer back without blame, and offers the item on', () => {
    const { events } = given(...team, work('call', { customer: 'acme' })).when(
      absent('ted', 8 * HOUR),
    );
    expect(events).toMatchObject([
      { type: 'absence-declared', agentId: 'ted', untilAt: 8 * HOUR },
      { type: 'agent-state-changed', agentId: 'ted', state: 'not-ready', reason: 'absent' },
      { type: 'offer-withdrawn', agentId: 'ted', reason: 'agent-absent' },
      {
        type: 'work-offered',
        agentId: 'ann',
        passedOver: [{ agentId: 'ted', obstacle: 'absent', untilAt: 8 * HOUR }],
      },
      { type: 'agent-state-changed', agentId: 'ted', state: 'signed-out', reason: 'absent' },
    ]);
  });

  test('lets what he has in work wait again, and ends what he was writing up', () => {
    const { events, desk } = given(
      ...team,
      email('letter', { customer: 'acme' }),
      accept('letter', 'ted'),
      email('note', { customer: 'acme' }),
      accept('note', 'ted'),
      wrapUp('note', 'ted'),
    ).when(absent('ted', 8 * HOUR));
    expect(types(events)).toEqual([
      ...['absence-declared', 'agent-state-changed'],
      ...['work-released', 'work-offered', 'work-completed', 'bond-earned'],
      'agent-state-changed',
    ]);
    expect(desk.agents.get('ted' as Id<'agent'>)).toMatchObject({
      state: 'signed-out',
      carried: [],
    });
  });

  test('leaves him the call that he is in', () => {
    const { desk } = given(...team, work('call', { customer: 'acme' }), accept('call', 'ted')).when(
      absent('ted', 8 * HOUR),
    );
    expect(desk.agents.get('ted' as Id<'agent'>)).toMatchObject({ state: 'not-ready' });
    expect(desk.work.get('call' as Id<'work'>)).toMatchObject({ status: 'active' });
  });

  test('the deputy is asked in his place, before those who have earned it', () => {
    const story = [promise(), onDuty('ted'), onDuty('ann'), onDuty('bob')];
    given(
      ...story,
      email('first', { customer: 'acme' }),
      accept('first', 'ann'),
      complete('first', 'ann'),
      bond('acme', { owner: 'ted' }),
      absent('ted', 8 * HOUR, 'bob'),
    )
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to bob: deputy');
  });

  test('what he had put off until then comes back to the deputy, at the moment that was promised', () => {
    const story = given(
      ...team,
      email('letter', { customer: 'acme' }),
      accept('letter', 'ted'),
      defer('letter', 'ted', HOUR),
      absent('ted', 8 * HOUR, 'ann'),
    );
    const { desk, events } = story.when(until(HOUR));
    expect(events).toMatchObject([
      { type: 'deferral-ended', agentId: 'ann' },
      { type: 'work-offered', agentId: 'ann', reason: { standing: 'preferred' } },
    ]);
    expect(desk.lastAt).toBe(HOUR);
  });

  test('what a deputy covers goes to his own deputy when he goes away himself', () => {
    const { events } = given(
      ...team,
      onDuty('eve'),
      email('letter', { customer: 'acme' }),
      accept('letter', 'ted'),
      defer('letter', 'ted', HOUR),
      absent('ted', 8 * HOUR, 'ann'),
    ).when(absent('ann', 8 * HOUR, 'eve'));
    expect(events.at(-1)).toMatchObject({
      ...{ type: 'deferral-handed', workId: 'letter', agentId: 'ann', toAgentId: 'eve' },
    });
  });

  test('what he had put off until he is back stays his', () => {
    const { desk } = given(
      ...team,
      email('letter', { customer: 'acme' }),
      accept('letter', 'ted'),
      defer('letter', 'ted', 9 * HOUR),
    ).when(absent('ted', 8 * HOUR, 'ann'));
    expect(desk.work.get('letter' as Id<'work'>)?.agent?.id).toBe('ted');
  });

  test('without a deputy whoever else knows the customer is asked when it comes back', () => {
    given(
      ...team,
      email('letter', { customer: 'acme' }),
      accept('letter', 'ted'),
      defer('letter', 'ted', HOUR),
      absent('ted', 8 * HOUR),
    )
      .when(until(HOUR))
      .thenOffers('letter to ann: best-suited');
  });

  test('an absent owner never makes the desk look closed', () => {
    given(...team, absent('ted', 80 * HOUR))
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to ann: best-suited');
    given(
      ...team,
      busy('ann', [0, HOUR]),
      absent('ted', 80 * HOUR),
      work('call', { customer: 'acme' }),
    )
      .when(until(HOUR))
      .thenOffers('call to ann: urgency 60');
  });

  test('nobody is his own deputy, nor stands in who is away himself', () => {
    expect(given(...team).when(absent('ted', HOUR, 'ted')).refusal?.code).toBe('deputy-unfit');
    const both = given(...team, absent('ann', HOUR)).when(absent('ted', HOUR, 'ann'));
    expect(both.refusal?.code).toBe('deputy-unfit');
    expect(given(...team).when(absent('ted', 0)).refusal?.code).toBe('field-invalid');
  });

  test('a deputy who retires stands in no more', () => {
    given(...team, agent('bob'), absent('ted', 8 * HOUR, 'bob'), retire('bob'))
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to ann: best-suited');
  });
});

describe('an absence that is taken back', () => {
  const away = [
    ...team,
    email('letter', { customer: 'acme' }),
    accept('letter', 'ted'),
    defer('letter', 'ted', HOUR),
    email('other', { customer: 'acme' }),
    accept('other', 'ted'),
    defer('other', 'ted', HOUR),
    absent('ted', 8 * HOUR, 'ann'),
  ];

  test('gives him back what nobody has touched, and soon after it his state', () => {
    const { events, desk } = given(...away, recall('other')).when(cancelAbsence('ted'));
    expect(events).toMatchObject([
      { type: 'absence-cancelled', agentId: 'ted' },
      { type: 'deferral-handed', workId: 'letter', agentId: 'ann', toAgentId: 'ted' },
      { type: 'agent-state-changed', agentId: 'ted', state: 'ready' },
    ]);
    expect(desk.work.get('letter' as Id<'work'>)?.agent?.id).toBe('ted');
  });

  test('leaves him signed out when it is late, or when he has said something since', () => {
    expect(types(given(...away, until(HOUR - 1)).when(cancelAbsence('ted')).events)).not.toContain(
      'agent-state-changed',
    );
    expect(types(given(...away, notReady('ted')).when(cancelAbsence('ted')).events)).not.toContain(
      'agent-state-changed',
    );
  });

  test('is refused where nobody is away', () => {
    expect(given(...team).when(cancelAbsence('ted')).refusal?.code).toBe('agent-not-absent');
  });

  test('whoever becomes ready is back, with what nobody has touched', () => {
    const { events } = given(...away).when(ready('ted'));
    expect(types(events)).toEqual([
      ...['agent-state-changed', 'absence-ended'],
      ...['deferral-handed', 'deferral-handed'],
    ]);
  });

  test('it ends by itself, and leaves with the deputy what is his by then', () => {
    const { events, desk } = given(...away, until(HOUR)).when(until(8 * HOUR));
    expect(events).toContainEqual({ type: 'absence-ended', v: 1, agentId: 'ted' });
    expect(desk.agents.get('ted' as Id<'agent'>)?.state).toBe('signed-out');
  });
});
