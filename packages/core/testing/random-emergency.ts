import { EMERGENCY_REASONS } from '../emergency/emergency-messages.ts';
import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import { SKILLS } from './random-set-up.ts';
import { drawOne, drawWhole, type Random } from './seeded-random.ts';

/** Everybody is needed at once, for a skill or for all, or no more. */
export function drawEmergency(
  random: Random,
  { desk, at }: { readonly desk: Desk; readonly at: Instant },
): Command {
  const skill = drawOne(random, [undefined, ...SKILLS]);
  const scope = skill === undefined ? {} : { skill };
  if (desk.emergencies.has(skill) && random() < 0.6) return { type: 'end-emergency', ...scope };
  return {
    type: 'declare-emergency',
    reason: drawOne(random, EMERGENCY_REASONS),
    ...scope,
    declaredBy: drawOne(random, ['person_vera', 'person_dora']),
    untilAt: at + drawWhole(random, 1, 60_000),
  };
}
