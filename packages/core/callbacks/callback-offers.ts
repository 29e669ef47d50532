import { KNOWN_WIDTH, knownAt } from '../bonds/known.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Instant } from '../time.ts';
import { callbackMoments } from './callback-moments.ts';
import { canCall } from './decide-callbacks.ts';
import { isPromised } from './is-promised.ts';

/** Who could call the customer of an item, and when. */
export interface CallbackOffer {
  readonly agent: AgentRecord;
  readonly moments: readonly Instant[];
}

/**
 * Whom the customer of an item may have call him, in the order in which they are asked, each with his first
 * moments; those who have none are left out. Nobody, where it neither waits nor is promised a call.
 */
export function callbackOffers(
  desk: Desk,
  { work, at }: { readonly work: WorkRecord; readonly at: Instant },
  countMax: number,
): readonly CallbackOffer[] {
  if (work.status !== 'waiting' && !isPromised(work)) return [];
  const known = knownAgents(desk, { ...work, reservation: undefined });
  const offers: CallbackOffer[] = [];
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const agent = knownAt(desk, known, place);
    if (!canCall(desk, work, agent)) continue;
    const moments = callbackMoments(desk, { work, agent, at }, countMax);
    if (moments.length > 0) offers.push({ agent, moments });
  }
  return offers;
}
