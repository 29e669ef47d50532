import type { Desk } from '../desk.ts';
import type { Instant } from '../time.ts';
import type { EmergencyEvent } from './emergency-messages.ts';

/** Applies what happened to an emergency; those that are over are forgotten. */
export function evolveEmergency({ emergencies }: Desk, event: EmergencyEvent, at: Instant): void {
  for (const [skill, { untilAt }] of emergencies) if (untilAt <= at) emergencies.delete(skill);
  const { skill } = event;
  if (event.type === 'emergency-ended') {
    emergencies.delete(skill);
    return;
  }
  const { reason, declaredBy, untilAt } = event;
  const since = emergencies.get(skill)?.since ?? at;
  emergencies.set(skill, { reason, skill, declaredBy, since, untilAt });
}
