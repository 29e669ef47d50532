import type { WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import { namesOf } from './oracle-bonds.ts';
import type { Model } from './oracle-records.ts';

type AboutApart = Extract<
  DeskEvent,
  { type: 'bond-wishes-set' | 'customers-merged' | 'customers-split' }
>;

/** After which somebody may be asked who was kept apart from a customer before. */
export function isAboutApart(event: DeskEvent): event is AboutApart {
  return ['bond-wishes-set', 'customers-merged', 'customers-split'].includes(event.type);
}

export function waitingOf({ people, places }: Model, event: AboutApart): readonly WorkId[] {
  const named = [event.customerId, ...('mergedId' in event ? [event.mergedId] : [])];
  const names = named.flatMap((id) => namesOf(people, id));
  return [...places.waiting]
    .filter(({ customerId }) => customerId !== undefined && names.includes(customerId))
    .map(({ id }) => id);
}
