import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { decide } from '../decide.ts';
import { advance } from '../advance.ts';
import { createDesk } from '../desk.ts';
import type { Command } from '../messages.ts';
import {
  abandon,
  accept,
  bond,
  busy,
  complete,
  decline,
  defer,
  onDuty,
  promise,
  transfer,
  until,
  work,
} from '../testing/messages.ts';
import { POLICY } from '../routing/policy.ts';
import { explainWork, type Happening } from './explain-work.ts';

const workId = asId<'work'>('call');
const call = work('call', { customer: 'acme' });

type Step = Command | ReturnType<typeof until>;

/** What happens on a new desk of Ted, who owns Acme, and Ann. */
function historyOf(...steps: readonly Step[]): readonly Happening[] {
  const desk = createDesk();
  const history: Happening[] = [];
  let at = 0;
  const setUp = [promise(), onDuty('ted'), onDuty('ann'), bond('acme', { owner: 'ted' })].flat();
  for (const step of [...setUp, ...steps]) {
    if (step.type === 'time-passes') {
      at = step.untilAt;
      history.push(...advance(desk, at).map((event) => ({ at, event })));
      continue;
    }
    const result = decide(desk, step, at);
    if (!result.ok) throw new Error(result.refusal.code);
    history.push(...result.value.map((event) => ({ at, event })));
  }
  return history;
}

const explain = (history: readonly Happening[], at = 1_000_000) => explainWork(workId, history, at);

describe('what an item’s history says of it', () => {
  test('is nothing before it came in', () => {
    const history = historyOf(until(5_000), call);
    expect(explain(history, 4_999)).toBeUndefined();
    expect(explain(history, 5_000)).toMatchObject({ status: 'offered', since: 5_000 });
  });

  test('who is asked, why he, and until when', () => {
    expect(explain(historyOf(call))).toEqual({
      workId,
      at: 1_000_000,
      status: 'offered',
      since: 0,
      dueAt: 60_000,
      agentId: 'ted',
      reason: { code: 'known-agent', standing: 'owner' },
      passedOver: [],
      next: { code: 'answer', agentId: 'ted', byAt: 20_000 },
    });
  });

  test('why not Ted, also after somebody else has taken it', () => {
    const history = historyOf(busy('ted', [0, 90_000]), call, accept('call', 'ann'));
    expect(explain(history)).toMatchObject({
      status: 'active',
      agentId: 'ann',
      reason: { code: 'best-suited' },
      passedOver: [{ agentId: 'ted', standing: 'owner', obstacle: 'busy', untilAt: 90_000 }],
      next: { code: 'serve', agentId: 'ann' },
    });
  });

  test('who was asked before and did not take it', () => {
    const history = historyOf(call, decline('call', 'ted'));
    expect(explain(history)).toMatchObject({
      agentId: 'ann',
      declined: { agentId: 'ted', code: 'declined', reason: 'conflict' },
      passedOver: [{ agentId: 'ted', obstacle: 'excluded', untilAt: 300_000 }],
    });
    expect(explain(historyOf(call, until(20_000)))).toMatchObject({
      agentId: 'ann',
      declined: { agentId: 'ted', code: 'missed' },
    });
  });

  test('that nobody has it, why, and who is asked next', () => {
    const taken = [work('first'), accept('first', 'ann'), busy('ted', [0, 90_000])];
    const waiting = explain(historyOf(...taken, call));
    expect(waiting).toMatchObject({ status: 'waiting', reason: { code: 'nobody-free' } });
    expect(waiting?.next).toEqual({ code: 'somebody-free' });
    expect(waiting).not.toHaveProperty('agentId');
    const impossible = { ...call, requirements: [{ skill: 'french', minLevel: 1 }] };
    expect(explain(historyOf(impossible))?.next).toEqual({ code: 'somebody-able' });
  });

  test('when it comes back to whoever put it off', () => {
    const history = historyOf(call, accept('call', 'ted'), defer('call', 'ted', 600_000));
    expect(explain(history)?.next).toEqual({ code: 'return', agentId: 'ted', at: 600_000 });
  });

  test('until when notes are written', () => {
    const agentId = asId<'agent'>('ted');
    const written = historyOf(call, accept('call', 'ted'), {
      type: 'wrap-up-work',
      workId,
      agentId,
    });
    const { wrapUpMsSynchronous: byAt } = POLICY;
    expect(explain(written)?.next).toEqual({ code: 'complete', agentId, byAt });
  });

  test('whose hands it left, once it waits again', () => {
    const history = historyOf(
      busy('ann', [0, 900_000]),
      call,
      accept('call', 'ted'),
      transfer('call', 'ted'),
    );
    expect(explain(history)).toMatchObject({
      status: 'waiting',
      declined: { agentId: 'ted', code: 'handed-on' },
      next: { code: 'somebody-free' },
    });
  });

  test('how it left the hands of who is not asked for it again yet', () => {
    const history = historyOf(
      call,
      { type: 'decline-offer', workId, agentId: asId('ted'), reason: 'busy' },
      { type: 'decline-offer', workId, agentId: asId('ann'), reason: 'busy' },
    );
    expect(explain(history, 1_000)).toMatchObject({
      declined: { agentId: 'ann' },
      passedOver: [{ agentId: 'ted', obstacle: 'excluded', ended: 'declined' }],
    });
    expect(explain(historyOf(busy('ted', [0, 90_000]), call))?.passedOver).toEqual([
      { agentId: 'ted', standing: 'owner', obstacle: 'busy', untilAt: 90_000 },
    ]);
  });

  test('by when it is promised, until somebody has it; and not under what was promised before', () => {
    const asked = historyOf(call);
    expect(explain(asked)).toHaveProperty('dueAt', 60_000);
    expect(explain(historyOf(call, accept('call', 'ted')))).not.toHaveProperty('dueAt');
    const changed = { type: 'work-promised', v: 1, workId, promiseId: asId<'promise'>('later') };
    const later: Happening = { at: 5_000, event: changed as Happening['event'] };
    expect(explain([...asked, later])).not.toHaveProperty('dueAt');
  });

  test('how it ended', () => {
    const done = historyOf(call, accept('call', 'ted'), complete('call', 'ted'));
    expect(explain(done)).toMatchObject({ status: 'done', agentId: 'ted', next: { code: 'none' } });
    const gone = explain(historyOf(call, abandon('call')));
    expect(gone).toMatchObject({ status: 'abandoned', next: { code: 'none' } });
    expect(gone).not.toHaveProperty('agentId');
    expect(gone).not.toHaveProperty('reason');
    const waited = explain(
      historyOf(busy('ted', [0, 9]), busy('ann', [0, 9]), call, abandon('call')),
    );
    expect(waited).toMatchObject({ status: 'abandoned', reason: { code: 'nobody-free' } });
  });

  test('of the last use of its id', () => {
    expect(explain(historyOf(call, abandon('call'), until(400_000), call))).toMatchObject({
      status: 'offered',
      since: 400_000,
    });
  });
});
