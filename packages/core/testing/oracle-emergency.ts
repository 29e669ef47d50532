import type { EmergencyEvent } from '../emergency/emergency-messages.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { Model, ModelItem } from './oracle-records.ts';

/** Whether anything stands at that moment that is about this item. */
export function isInEmergency(
  { emergencies }: Pick<Model, 'emergencies'>,
  { requirements }: Pick<ModelItem, 'requirements'>,
  at: Instant,
): boolean {
  const skills = requirements.map(({ skill }) => skill);
  return emergencies.some(
    ({ skill, untilAt }) => at < untilAt && (skill === undefined || skills.includes(skill)),
  );
}

/** Nobody is kept for anybody then, but whom he has chosen himself. */
export function keptInEmergency(model: Model, at: Instant): readonly string[] {
  return [...model.places.waiting]
    .filter(({ reservation }) => reservation !== undefined && reservation.isChosen !== true)
    .filter((item) => isInEmergency(model, item, at))
    .map(({ id }) => `${id} is kept in an emergency`);
}

/** Takes an emergency into the model. */
export function applyEmergency(emergencies: Model['emergencies'], event: EmergencyEvent): void {
  const place = emergencies.findIndex(({ skill }) => skill === event.skill);
  if (place !== -1) emergencies.splice(place, 1);
  if (event.type === 'emergency-declared') emergencies.push(event);
}

export function isOfEmergency(event: DeskEvent): event is EmergencyEvent {
  return event.type === 'emergency-declared' || event.type === 'emergency-ended';
}
