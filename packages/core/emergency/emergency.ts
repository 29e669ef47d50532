import type { Desk } from '../desk.ts';
import type { NeedRecord } from '../desk-records.ts';
import type { Instant } from '../time.ts';
import type { EmergencyReason } from './emergency-messages.ts';

/** That everybody is needed at once, for what asks for a skill or for all. */
export interface Emergency {
  readonly reason: EmergencyReason;
  readonly skill: string | undefined;
  /** Who answers for it. */
  readonly declaredBy: string;
  readonly since: Instant;
  readonly untilAt: Instant;
}

/** Whether one stands at that moment that covers what asks for this. */
export function isEmergency(
  { emergencies }: Pick<Desk, 'emergencies'>,
  need: Pick<NeedRecord, 'requirements'>,
  at: Instant,
): boolean {
  if (emergencies.size === 0) return false;
  return [...emergencies.values()].some(
    (emergency) => emergency.untilAt > at && covers(emergency.skill, need),
  );
}

/** Whether one of this scope is about what asks for this. */
export function covers(
  scope: string | undefined,
  { requirements }: Pick<NeedRecord, 'requirements'>,
): boolean {
  return scope === undefined || requirements.some(({ skill }) => skill === scope);
}
