import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import type { Policy } from '../routing/policy.ts';
import { POLICY } from '../routing/policy.ts';
import { given, type Step } from '../testing/given.ts';
import {
  abandon,
  accept,
  found,
  lateAt,
  lost,
  notReady,
  onDuty,
  promise,
  ready,
  until,
  work,
} from '../testing/messages.ts';

const setPolicy = (numbers: Partial<Policy>): Step => ({
  type: 'set-policy',
  policy: { ...POLICY, ...numbers },
});
const three = setPolicy({ outageAgents: 3, outageShare: 0 });
const names = ['ann', 'ben', 'cat', 'dan'];
/** Four who are ready, and a call for each of them. */
const ringing: readonly Step[] = [
  promise(),
  three,
  ...names.flatMap((name) => onDuty(name)),
  ...names.map((name) => work(`call of ${name}`)),
];
const outages = (events: readonly { readonly type: string }[]) =>
  events.filter(({ type }) => type.startsWith('outage-'));

describe('an outage', () => {
  test('is suspected once enough have missed a live offer, each of them once, and told once', () => {
    const { events } = given(ringing).when(until(20_000));
    expect(outages(events)).toEqual([
      { type: 'outage-suspected', v: 1, agentCount: 3, onDutyCount: 4, sinceAt: 20_000 },
    ]);
  });

  test('is no blame for who misses an offer from then on; but none goes on ringing with him', () => {
    const { events } = given(ringing).when(until(20_000));
    const states = events.filter(({ type }) => type === 'agent-state-changed');
    expect(states).toMatchObject([
      { agentId: 'ann', state: 'not-ready', reason: 'ring-no-answer' },
      { agentId: 'ben', state: 'not-ready', reason: 'ring-no-answer' },
      { agentId: 'cat', state: 'not-ready', reason: 'outage' },
      { agentId: 'dan', state: 'not-ready', reason: 'outage' },
    ]);
  });

  test('is told from lines that are lost as well, of those who were ready alone', () => {
    const story = [promise(), three, ...names.flatMap((name) => onDuty(name))];
    given(story, lost('ann'), lost('ben'))
      .when(lost('cat'))
      .then([
        { type: 'agent-reachability-changed', v: 1, agentId: asId('cat'), isReachable: false },
        { type: 'outage-suspected', v: 1, agentCount: 3, onDutyCount: 4, sinceAt: 0 },
      ]);
    for (const paused of [notReady('ben'), lost('ann')]) {
      const { events } = given(story, lost('ann'), paused, lost('ben')).when(lost('cat'));
      expect(outages(events)).toHaveLength(paused.type === 'set-reachability' ? 1 : 0);
    }
  });

  test('is not told from who is back before the others, or answers', () => {
    const story = [promise(), three, ...names.flatMap((name) => onDuty(name))];
    const back = given(story, lost('ann'), found('ann'), lost('ben')).when(lost('cat'));
    expect(outages(back.events)).toEqual([]);
    const answering = given(
      promise(),
      three,
      onDuty('ann'),
      work('call'),
      until(20_000),
      ready('ann'),
      work('next'),
      accept('next', 'ann'),
      onDuty('ben'),
      onDuty('cat'),
      lost('ben'),
    ).when(lost('cat'));
    expect(outages(answering.events)).toEqual([]);
  });

  test('is not told from misses that lie further apart than the window', () => {
    const story = [promise(), three, ...names.flatMap((name) => onDuty(name))];
    const apart = given(story, lost('ann'), until(60_000), lost('ben')).when(lost('cat'));
    expect(outages(apart.events)).toEqual([]);
    const close = given(story, lost('ann'), until(59_999), lost('ben')).when(lost('cat'));
    expect(outages(close.events)).toMatchObject([{ sinceAt: 0 }]);
  });

  test('takes a share of those on duty where they are many', () => {
    const many = Array.from({ length: 40 }, (_, index) => `agent-${index}`);
    const story = [promise(), ...many.flatMap((name) => onDuty(name))];
    const missing = (count: number): readonly Step[] => many.slice(0, count).map(lost);
    const { desk } = given(story).when(three);
    expect(desk.outage.onDutyCount).toBe(40);
    const share = setPolicy({ outageAgents: 3, outageShare: 0.25 });
    expect(outages(given(story, share, missing(8)).when(lost('agent-8')).events)).toEqual([]);
    const { events } = given(story, share, missing(9)).when(lost('agent-9'));
    expect(outages(events)).toMatchObject([{ agentCount: 10, onDutyCount: 40 }]);
  });

  test('is over when one of those who had missed a call answers one', () => {
    given(ringing, until(20_000), ready('ann'))
      .when(accept('call of ben', 'ann'))
      .then([
        { type: 'offer-accepted', v: 1, workId: asId('call of ben'), agentId: asId('ann') },
        { type: 'outage-ended', v: 1, reason: 'answered', agentCount: 4 },
      ]);
  });

  test('goes on when somebody else answers, or one of them takes a letter', () => {
    const gone = names.map((name) => abandon(`call of ${name}`));
    const letter = work('letter', { channel: 'email' });
    for (const [story, answer] of [
      [onDuty('eve'), accept('call of ann', 'eve')],
      [[...gone, ready('ann'), letter], accept('letter', 'ann')],
    ] as const) {
      const { refusal, events, desk } = given(ringing, until(20_000), story).when(answer);
      expect(refusal).toBeUndefined();
      expect(outages(events)).toEqual([]);
      expect(desk.outage.sinceAt).toBe(20_000);
    }
  });

  test('is over when nobody has missed anything for a while, and may be suspected anew', () => {
    const { events } = given(ringing, until(79_999)).when(until(80_000));
    expect(outages(events)).toEqual([
      { type: 'outage-ended', v: 1, reason: 'quiet', agentCount: 4 },
    ]);
    const again = names.flatMap((name) => [ready(name), lost(name)]);
    const anew = given(ringing, until(80_000), again.slice(0, 5)).when(lost('cat'));
    expect(outages(anew.events)).toMatchObject([{ type: 'outage-suspected', sinceAt: 80_000 }]);
  });

  test('is over before what falls due late is told as another', () => {
    const { events } = given(ringing, until(20_000), onDuty('eve'), work('next')).when(
      lateAt(500_000),
    );
    expect(outages(events)).toMatchObject([{ type: 'outage-ended', reason: 'quiet' }]);
  });
});
