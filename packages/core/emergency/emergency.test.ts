import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import type { Instant } from '../time.ts';
import { given, type Step } from '../testing/given.ts';
import { agent, bond, promise, ready, until, work } from '../testing/messages.ts';
import type { WorkReserved } from '../work/reservation-messages.ts';
import { EMERGENCY_MS_MAX } from './decide-emergency.ts';
import type { DeclareEmergency } from './emergency-messages.ts';

const declare = (terms: Partial<DeclareEmergency> = {}): DeclareEmergency => ({
  type: 'declare-emergency',
  reason: 'weather',
  declaredBy: 'person_vera',
  untilAt: 100_000,
  ...terms,
});
const end = { type: 'end-emergency' } as const;
const kept = (item: string, untilAt: Instant): WorkReserved => ({
  type: 'work-reserved',
  v: 1,
  workId: asId(item),
  agentIds: [asId('ted')],
  untilAt,
  chanceRatio: 0.8,
  insteadOfId: asId('ann'),
  passedOver: [],
});
/** Two of Ted's customers are kept for him, who is expected, while Ann has nothing to do. */
const keeping: readonly Step[] = [
  promise(),
  agent('ann', { skills: { billing: 3 } }),
  agent('ted', { skills: { billing: 3 } }),
  bond('leila', { owner: 'ted' }),
  bond('omar', { owner: 'ted' }),
  work('letter', { customer: 'leila', channel: 'email', skills: { billing: 1 } }),
  work('note', { customer: 'omar', channel: 'email' }),
  kept('letter', 50_000),
  kept('note', 50_000),
  ready('ann'),
];

describe('an emergency', () => {
  test('lets go of all that is kept for somebody, and whoever is free is asked', () => {
    const { events } = given(keeping).when(declare());
    expect(events.map(({ type }) => type)).toEqual([
      'emergency-declared',
      'reservation-ended',
      'work-offered',
      'reservation-ended',
      'work-queued',
    ]);
    expect(events[1]).toMatchObject({ workId: 'letter', reason: 'emergency' });
    expect(events[2]).toMatchObject({ workId: 'letter', agentId: 'ann' });
  });

  test('of a skill lets go of what asks for it alone', () => {
    const { events } = given(keeping).when(declare({ skill: 'billing' }));
    const released = events.filter(({ type }) => type === 'reservation-ended');
    expect(released).toMatchObject([{ workId: 'letter' }]);
    expect(given(keeping).when(declare({ skill: 'repair' })).events).toHaveLength(1);
  });

  test('leaves to a customer whom he waits for by his own choice', () => {
    const chosen = {
      type: 'wait-chosen',
      v: 1,
      workId: asId<'work'>('letter'),
      agentId: asId<'agent'>('ted'),
      keptUntilAt: 50_000,
    } as const;
    const { events } = given(keeping, chosen).when(declare());
    const released = events.filter(({ type }) => type === 'reservation-ended');
    expect(released).toMatchObject([{ workId: 'note' }]);
  });

  test('stands until its end, or until it is ended; declaring it again prolongs it', () => {
    given(declare())
      .when(end)
      .then([{ type: 'emergency-ended', v: 1 }]);
    given().when(end).then({ code: 'emergency-unknown' });
    given(declare(), until(100_000)).when(end).then({ code: 'emergency-unknown' });
    const later = given(declare(), until(90_000), declare({ untilAt: 200_000 }), until(150_000));
    expect(later.when(end).refusal).toBeUndefined();
    given(declare())
      .when({ ...end, skill: 'billing' })
      .then({ code: 'emergency-unknown', skill: 'billing' });
  });

  test('has an end within a day, and a reason that is one', () => {
    for (const untilAt of [0, 0.5, EMERGENCY_MS_MAX + 1]) {
      expect(given().when(declare({ untilAt })).refusal).toMatchObject({ field: 'untilAt' });
    }
    expect(given().when(declare({ reason: 'panic' as never })).refusal).toMatchObject({
      field: 'reason',
    });
  });

  test('is one of few', () => {
    const many = Array.from({ length: 20 }, (_, index) => declare({ skill: `skill ${index}` }));
    expect(given(many).when(declare()).refusal).toMatchObject({ field: 'skill' });
    expect(given(many).when(declare({ skill: 'skill 3' })).refusal).toBeUndefined();
  });
});
