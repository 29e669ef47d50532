import type { DeskEvent } from '../messages.ts';
import type { WorkEvent } from '../work/work-messages.ts';

/** Where an item can be. */
export const PLACES = [
  'waiting',
  'offered',
  'active',
  'on-hold',
  'deferred',
  'wrap-up',
  'done',
  'abandoned',
] as const;

export type Place = (typeof PLACES)[number];

const OPEN = PLACES.filter((place) => place !== 'done' && place !== 'abandoned');

/** From where to where each event takes an item. */
export const MOVES: Readonly<
  Record<
    Exclude<WorkEvent['type'], 'work-received' | 'desk-resumed'>,
    { readonly from: readonly Place[]; readonly to: Place | 'same' }
  >
> = {
  'work-queued': { from: ['waiting'], to: 'same' },
  'work-relaxed': { from: ['waiting'], to: 'same' },
  'work-reserved': { from: ['waiting'], to: 'same' },
  'reservation-ended': { from: ['waiting'], to: 'same' },
  'work-offered': { from: ['waiting'], to: 'offered' },
  'offer-accepted': { from: ['offered'], to: 'active' },
  'offer-declined': { from: ['offered'], to: 'waiting' },
  'offer-expired': { from: ['offered'], to: 'waiting' },
  'offer-withdrawn': { from: ['offered'], to: 'waiting' },
  'exclusion-ended': { from: ['waiting', 'offered'], to: 'same' },
  'work-transferred': { from: ['active', 'on-hold', 'deferred'], to: 'waiting' },
  'work-assigned': { from: ['waiting', 'offered'], to: 'same' },
  'wait-chosen': { from: ['waiting'], to: 'same' },
  'callback-promised': { from: ['waiting', 'deferred'], to: 'deferred' },
  'callback-missed': { from: ['active', 'on-hold'], to: 'same' },
  'callback-met': { from: ['waiting', 'offered', 'deferred'], to: 'same' },
  'work-linked': { from: OPEN, to: 'same' },
  'work-unlinked': { from: OPEN, to: 'same' },
  'work-paused': { from: ['waiting'], to: 'deferred' },
  'pause-ended': { from: ['deferred'], to: 'waiting' },
  'work-promised': {
    from: OPEN,
    to: 'same',
  },
  'alert-raised': { from: ['waiting', 'offered'], to: 'same' },
  'alert-escalated': { from: ['waiting', 'offered'], to: 'same' },
  'alert-acknowledged': { from: ['waiting', 'offered'], to: 'same' },
  'work-held': { from: ['active'], to: 'on-hold' },
  'work-resumed': { from: ['on-hold', 'deferred'], to: 'active' },
  'work-deferred': { from: ['active', 'on-hold'], to: 'deferred' },
  'deferral-ended': { from: ['deferred'], to: 'waiting' },
  'deferral-handed': { from: ['deferred'], to: 'same' },
  'work-recalled': { from: ['deferred'], to: 'waiting' },
  'work-released': { from: ['active', 'on-hold'], to: 'waiting' },
  'customer-awaited': { from: ['active', 'on-hold'], to: 'same' },
  'customer-fell-silent': { from: ['active', 'on-hold'], to: 'same' },
  'customer-heard': { from: ['active', 'on-hold'], to: 'same' },
  'work-interrupted': { from: ['active', 'on-hold', 'wrap-up'], to: 'same' },
  'interruption-ended': { from: ['active', 'on-hold', 'wrap-up'], to: 'same' },
  'work-wrapped-up': { from: ['active', 'on-hold'], to: 'wrap-up' },
  'wrap-up-extended': { from: ['wrap-up'], to: 'same' },
  'wrap-up-ended': { from: ['wrap-up'], to: 'same' },
  'work-completed': { from: ['active', 'on-hold', 'deferred', 'wrap-up'], to: 'done' },
  'work-abandoned': { from: ['waiting', 'offered'], to: 'abandoned' },
};

/** After which the rule looks for somebody for the item, and after which for an item for the agent. */
export const RELEASING = new Set<DeskEvent['type']>([
  'work-received',
  'offer-declined',
  'offer-expired',
  'offer-withdrawn',
  'work-transferred',
  'work-assigned',
  'wait-chosen',
  'reservation-ended',
  'work-relaxed',
  'exclusion-ended',
  'deferral-ended',
  'work-recalled',
  'work-released',
  'pause-ended',
]);
export const FREEING = new Set<DeskEvent['type']>([
  'agent-changed',
  'agent-state-changed',
  'busy-intervals-set',
  'agent-busy-ended',
  'agent-reachability-changed',
  'wind-down-ended',
  'offer-accepted',
  'offer-declined',
  'offer-expired',
  'offer-withdrawn',
  'work-transferred',
  'work-deferred',
  'customer-fell-silent',
  'work-completed',
]);

/** What says nothing of whoever has the item. */
export const HAND_FREE = new Set<WorkEvent['type']>([
  'work-offered',
  'work-abandoned',
  'work-assigned',
  'wait-chosen',
  'callback-promised',
  'work-paused',
  'alert-raised',
  'alert-escalated',
  'alert-acknowledged',
]);

/** After which somebody else may know a customer, or be asked for him again. */
export const KNOWING = new Set<DeskEvent['type']>([
  'bond-changed',
  'account-bond-changed',
  'customer-placed',
  'bond-wishes-set',
  'customers-merged',
  'customers-split',
  'agent-registered',
  'absence-declared',
  'policy-set',
]);
