import { describe, expect, test } from 'vitest';
import { given, type Step } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  busy,
  decline,
  notReady,
  onDuty,
  promise,
  signedOut,
  until,
  work,
} from '../testing/messages.ts';

const acme = { customer: 'acme' };
const acmeIsTeds = bond('acme', { owner: 'ted', deputies: ['ann'] });

/** What the desk says of those it passed over when Acme calls, after these steps. */
function told(...before: readonly (Step | readonly Step[])[]): unknown {
  const { events } = given(promise(), ...before, acmeIsTeds).when(work('call', acme));
  const last = events.at(-1);
  return last !== undefined && 'passedOver' in last ? last.passedOver : undefined;
}

const ted = { agentId: 'ted', standing: 'owner' };
const ann = { agentId: 'ann', standing: 'deputy' };

describe('who is known and was not asked', () => {
  test('is nobody where the first of them is', () => {
    expect(told(onDuty('ted'), onDuty('ann'))).toBeUndefined();
  });

  test('are those before the one who is', () => {
    expect(told(agent('ted'), onDuty('ann'))).toEqual([{ ...ted, obstacle: 'signed-out' }]);
  });

  test('are all where somebody else is, or nobody', () => {
    const both = [
      { ...ted, obstacle: 'signed-out' },
      { ...ann, obstacle: 'not-ready' },
    ];
    const away = [onDuty('ted'), signedOut('ted'), onDuty('ann'), notReady('ann')].flat();
    expect(told(...away, onDuty('ben'))).toEqual(both);
    expect(told(...away)).toEqual(both);
  });

  test('lacks what the item asks for, whatever else keeps him', () => {
    const asked = { ...acme, skills: { french: 2 } };
    const { events } = given(promise(), agent('ted'), agent('ann'), acmeIsTeds).when(
      work('call', asked),
    );
    expect(events.at(-1)).toMatchObject({
      reason: 'nobody-able',
      passedOver: [
        { ...ted, obstacle: 'lacks-skill' },
        { ...ann, obstacle: 'lacks-skill' },
      ],
    });
  });

  test('is busy until the last of the intervals that follow each other ends', () => {
    const spans = [
      [0, 60_000],
      [60_000, 90_000],
      [120_000, 180_000],
    ] as const;
    expect(told(onDuty('ted'), busy('ted', ...spans), agent('ann'))).toEqual([
      { ...ted, obstacle: 'busy', untilAt: 90_000 },
      { ...ann, obstacle: 'signed-out' },
    ]);
  });

  test('has no room, or is being offered something else', () => {
    const calls = [work('first'), accept('first', 'ted'), onDuty('ann'), work('second')];
    expect(told(onDuty('ted'), ...calls.flat())).toEqual([
      { ...ted, obstacle: 'full' },
      { ...ann, obstacle: 'being-offered' },
    ]);
  });

  test('is not asked again before his exclusion ends', () => {
    const { events } = given(
      promise(),
      onDuty('ted'),
      agent('ann'),
      acmeIsTeds,
      until(1_000),
      work('call', acme),
    ).when(decline('call', 'ted'));
    expect(events.at(-1)).toMatchObject({
      type: 'work-queued',
      reason: 'nobody-free',
      passedOver: [
        { ...ted, obstacle: 'excluded', untilAt: 301_000 },
        { ...ann, obstacle: 'signed-out' },
      ],
    });
  });
});
