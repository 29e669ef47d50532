import { handleAt, KNOWN_WIDTH } from '../bonds/known.ts';
import type { Known, WorkRecord } from '../desk-records.ts';

/** Of those who know a customer, the one for whom he waits alone. */
export function onlyChosen(known: Known, { reservation }: WorkRecord): Known {
  if (reservation?.isChosen !== true) return known;
  const [agent] = reservation.agents;
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    if (handleAt(known, place) === agent?.handle) return known.slice(place, place + KNOWN_WIDTH);
  }
  return [];
}
