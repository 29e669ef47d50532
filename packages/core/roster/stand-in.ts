import { addKnown, copyKnown, KNOWN_WIDTH, knownAt } from '../bonds/known.ts';
import type { Desk } from '../desk.ts';
import type { Known } from '../desk-records.ts';

/** As well as any deputy: it is for a while, and he was named. */
const STAND_IN_STRENGTH = 0.8;

/**
 * Those who know a customer, with whoever stands in for the first of them who is away behind that one: he is
 * asked in his place, and the bond stays what it is. One who is named already moves up.
 */
export function withStandIn(desk: Desk, known: Known): Known {
  if (desk.coveredAgents.size === 0) return known;
  const away = firstCovered(desk, known);
  const deputy = away?.agent.absence?.deputy;
  if (away === undefined || deputy === undefined) return known;
  const changed: number[] = [];
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const agent = knownAt(desk, known, place);
    if (agent !== deputy || place < away.place) copyKnown(changed, known, place);
    if (agent !== away.agent || isBefore(desk, known, { deputy, place })) continue;
    addKnown(changed, { agent: deputy, standing: 'deputy', strength: STAND_IN_STRENGTH });
  }
  return changed.slice();
}

function firstCovered(desk: Desk, known: Known) {
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const agent = knownAt(desk, known, place);
    if (desk.coveredAgents.has(agent)) return { agent, place };
  }
  return undefined;
}

function isBefore(
  desk: Desk,
  known: Known,
  { deputy, place }: { deputy: unknown; place: number },
): boolean {
  for (let earlier = 0; earlier < place; earlier += KNOWN_WIDTH) {
    if (knownAt(desk, known, earlier) === deputy) return true;
  }
  return false;
}
