import type { Desk } from '../desk.ts';
import type { NeedRecord } from '../desk-records.ts';
import type { Instant } from '../time.ts';

/** Whether an emergency stands at that moment that covers what asks for this. */
export function isEmergency(
  { emergencies }: Pick<Desk, 'emergencies'>,
  need: Pick<NeedRecord, 'requirements'>,
  at: Instant,
): boolean {
  if (emergencies.size === 0) return false;
  return [...emergencies.values()].some(
    ({ skill, untilAt }) => untilAt > at && covers(skill, need),
  );
}

/** Whether one of this scope is about what asks for this. */
export function covers(
  scope: string | undefined,
  { requirements }: Pick<NeedRecord, 'requirements'>,
): boolean {
  return scope === undefined || requirements.some(({ skill }) => skill === scope);
}
