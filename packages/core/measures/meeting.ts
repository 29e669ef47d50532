import type { AgentId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Obstacle, PassedOver, Standing } from '../work/reasons.ts';

/** How an agent knows a customer by a bond, and not because somebody named him for the item. */
export type BondedStanding = Exclude<Standing, 'preferred' | 'handler'>;

/** Why the owner did not have it: what kept him, or that nobody owns this customer. */
export type OwnerMiss = Obstacle | 'no-owner';

/** What an offer says of the customer's bonds and whoever is asked. */
export type Meeting =
  /** Nobody has a bond with the customer. */
  | { readonly kind: 'unbonded' }
  /** Somebody named the agent for this item, or he handles its matter, so that bonds were not asked. */
  | { readonly kind: 'named' }
  | { readonly kind: 'known'; readonly standing: BondedStanding; readonly ownerMiss?: OwnerMiss }
  /** `miss` is what kept the one who comes first of those who know the customer. */
  | { readonly kind: 'missed'; readonly miss: Obstacle; readonly ownerMiss: OwnerMiss };

/** What an offer says of bonds, from its own reasons alone. */
export function meetingOf(offer: Extract<DeskEvent, { type: 'work-offered' }>): Meeting {
  const { reason, passedOver = [], agentId } = offer;
  // Whoever was asked often enough may be asked like anybody, and still knows the customer.
  const asAnybody = passedOver.find((each) => each.agentId === agentId)?.standing;
  const standing = reason.code === 'best-suited' ? asAnybody : (reason.standing ?? asAnybody);
  if (isNamed(standing)) return { kind: 'named' };
  const passed = passedOver.filter((each) => isBonded(each) && each.agentId !== agentId);
  const ownerMiss = passed.find((each) => OWNING.has(each.standing))?.obstacle ?? 'no-owner';
  if (standing === 'owner' || standing === 'topic-owner') return { kind: 'known', standing };
  if (standing !== undefined) return { kind: 'known', standing, ownerMiss };
  const first = passed[0];
  return first === undefined
    ? { kind: 'unbonded' }
    : { kind: 'missed', miss: first.obstacle, ownerMiss };
}

/** Who owns the bond with the person himself, in general or for what this is about. */
const OWNING: ReadonlySet<Standing> = new Set(['owner', 'topic-owner']);

/** Whether anybody with a bond is among those who were passed over. */
export function hasBonded(passedOver: readonly PassedOver[] = []): boolean {
  return passedOver.some(isBonded);
}

function isBonded({
  standing,
}: {
  readonly standing: Standing;
  readonly agentId: AgentId;
}): boolean {
  return !isNamed(standing);
}

/** Whoever was named for an item or handles its matter is asked first whatever bonds there are. */
function isNamed(standing: Standing | undefined): standing is 'preferred' | 'handler' {
  return standing === 'preferred' || standing === 'handler';
}
