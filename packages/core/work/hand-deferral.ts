import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { renewWindDowns } from '../roster/renew-wind-downs.ts';
import type { DeferralHanded } from '../roster/roster-messages.ts';
import type { Instant } from '../time.ts';
import { removeFrom } from './remove-from.ts';

/** It is put off by another, and remembers by whom it was, until that one has it again. */
export function handDeferral(
  desk: Desk,
  work: WorkRecord,
  { toAgentId }: DeferralHanded,
  at: Instant,
): void {
  const from = present(work.agent);
  const to = present(desk.agents.get(toAgentId));
  const owner = work.deferredFor ?? from;
  removeFrom(from.deferred, work);
  to.deferred.push(work);
  work.agent = to;
  work.deferredFor = owner === to ? undefined : owner;
  // It has been so in his hands since now.
  work.statusSince = at;
  if (work.callback === undefined) return;
  renewWindDowns(desk, from, at);
  renewWindDowns(desk, to, at);
}
