import { type Decision, emit } from '../decision.ts';
import type { Refusal } from '../messages.ts';
import { byArrival } from '../routing/by-arrival.ts';
import { placeWork } from '../routing/place-work.ts';
import type { EmergencyCommand, DeclareEmergency } from './emergency-messages.ts';
import { EMERGENCY_REASONS } from './emergency-messages.ts';
import { covers } from './is-emergency.ts';

/** A day: whoever is on duty then decides anew. What lasts longer is no emergency, but how things are. */
export const EMERGENCY_MS_MAX = 86_400_000;
/** So many may stand at once. */
const EMERGENCIES_MAX = 20;

/** Decides that everybody is needed at once, or no more. Returns why it is refused, or undefined. */
export function decideEmergency(
  command: EmergencyCommand,
  decision: Decision,
): Refusal | undefined {
  if (command.type === 'declare-emergency') return declare(command, decision);
  const { skill } = command;
  const scope = skill === undefined ? {} : { skill };
  const standing = decision.desk.emergencies.get(skill);
  if (standing === undefined || standing.untilAt <= decision.at) {
    return { code: 'emergency-unknown', ...scope };
  }
  emit(decision, { type: 'emergency-ended', v: 1, ...scope });
  return undefined;
}

function declare(
  { reason, skill, declaredBy, untilAt }: DeclareEmergency,
  decision: Decision,
): Refusal | undefined {
  const { at } = decision;
  const refusal = (field: string, expected: string): Refusal => ({
    code: 'field-invalid',
    field,
    expected,
  });
  if (!EMERGENCY_REASONS.includes(reason)) {
    return refusal('reason', `one of ${EMERGENCY_REASONS.join(', ')}`);
  }
  if (!Number.isInteger(untilAt) || untilAt <= at || untilAt > at + EMERGENCY_MS_MAX) {
    return refusal('untilAt', 'a moment that is still to come, at most 24 hours from now');
  }
  if (standingBeside(decision, skill) >= EMERGENCIES_MAX) {
    return refusal('skill', `one of those that stand, of which there are ${EMERGENCIES_MAX}`);
  }
  const scope = skill === undefined ? {} : { skill };
  emit(decision, { type: 'emergency-declared', v: 1, reason, ...scope, declaredBy, untilAt });
  releaseCovered(decision, skill);
  return undefined;
}

function standingBeside({ desk, at }: Decision, skill: string | undefined): number {
  const others = [...desk.emergencies.values()].filter(
    (each) => each.skill !== skill && each.untilAt > at,
  );
  return others.length;
}

/** Lets go of all that is kept for somebody, but what its customer has chosen. Cost: O(open items), which few days see. */
function releaseCovered(decision: Decision, skill: string | undefined): void {
  const kept = [...decision.desk.work.values()].filter(
    ({ reservation, class: { need } }) =>
      reservation !== undefined && reservation.isChosen !== true && covers(skill, need),
  );
  kept.sort(byArrival);
  for (const work of kept) {
    if (work.reservation === undefined) continue;
    emit(decision, { type: 'reservation-ended', v: 1, workId: work.id, reason: 'emergency' });
    placeWork(decision, work);
  }
}
