import type { Desk } from '../desk.ts';
import { type AgentRecord, type Bond, type Known, KNOWN_MAX } from '../desk-records.ts';
import { dayOf, type Instant } from '../time.ts';
import { addKnown, copyKnown, handleAt, KNOWN_WIDTH, standingAt, strengthAt } from './known.ts';

/** How strong a declared bond is. Source: docs/decisions/0006-routing-in-its-first-form.md. */
export const OWNER_STRENGTH = 1;
export const DEPUTY_STRENGTH = 0.8;

/** The bond after owner and deputies were declared; what was earned stays. */
export function withDeclared(
  bond: Bond | undefined,
  { owner, deputies }: { owner: AgentRecord | undefined; deputies: readonly AgentRecord[] },
): Bond {
  const changed: number[] = [];
  if (owner !== undefined) {
    addKnown(changed, { agent: owner, standing: 'owner', strength: OWNER_STRENGTH });
  }
  for (const agent of deputies) {
    addKnown(changed, { agent, standing: 'deputy', strength: DEPUTY_STRENGTH });
  }
  for (let place = 0; bond !== undefined && place < bond.length; place += KNOWN_WIDTH) {
    if (standingAt(bond, place) === 'earned') copyKnown(changed, bond, place);
  }
  return withoutRoom(changed);
}

/**
 * The bond after an agent earned this strength; the weakest earned beyond `KNOWN_MAX` is forgotten. He
 * stands before the first who is not stronger by then. All fade by the same half-life, so that two of them
 * never change their order while nothing is earned: the list is never sorted again.
 */
export function withEarned(
  desk: Desk,
  bond: Bond | undefined,
  { agent, strength, at }: { agent: AgentRecord; strength: number; at: Instant },
): Bond {
  const earner = { agent, standing: 'earned', strength, day: dayOf(at) } as const;
  const changed: number[] = [];
  let isPlaced = false;
  let earnedCount = 1;
  for (let place = 0; bond !== undefined && place < bond.length; place += KNOWN_WIDTH) {
    if (standingAt(bond, place) === 'earned') {
      if (handleAt(bond, place) === agent.handle) continue;
      earnedCount += 1;
      if (!isPlaced && strengthAt(desk, bond, place, at) <= strength) {
        addKnown(changed, earner);
        isPlaced = true;
      }
    }
    copyKnown(changed, bond, place);
  }
  // The newcomer stays even where he is the weakest: else nobody could ever become known.
  if (earnedCount > KNOWN_MAX) changed.length -= KNOWN_WIDTH;
  if (!isPlaced) addKnown(changed, earner);
  return withoutRoom(changed);
}

/** A list that has grown keeps room to grow on; its copy does not. */
export function withoutRoom(known: readonly number[]): Known {
  return known.slice();
}
