import { knownAgents } from '../bonds/known-agents.ts';
import type { Desk } from '../desk.ts';
import { renewWindDowns } from '../roster/renew-wind-downs.ts';
import { POLICY, type Policy } from '../routing/policy.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import type { PolicySet } from './policy-messages.ts';

/**
 * Takes the numbers of a policy, and makes everything anew that follows from them: who is known to the
 * customers of open items, queues, timers and wind-downs. Offers, exclusions, wrap-ups and reservations
 * keep the end that they were given. Cost: O(open items · log n + agents), which a day sees once.
 */
export function evolvePolicy(desk: Desk, { policy }: PolicySet, at: Instant): void {
  const waiting = [...desk.work.values()].filter(({ status }) => status === 'waiting');
  for (const work of waiting) dequeue(desk, work);
  takePolicy(desk, policy);
  for (const work of desk.work.values()) work.known = knownAgents(desk, work);
  for (const work of waiting) enqueue(desk, work);
  for (const work of desk.work.values()) scheduleWork(desk, work);
  for (const agent of desk.agents.values()) {
    if (agent.roster !== undefined) renewWindDowns(desk, agent, at);
  }
}

/** Makes a policy that was set the desk's own; what follows from it is up to the caller. */
export function takePolicy(desk: Desk, policy: Policy): void {
  desk.policy = completePolicy(policy);
  desk.isPolicySet = true;
}

/** A policy as this release knows it: a number that came into the rule after it was stored is as it is by default. */
export function completePolicy(stored: Policy): Policy {
  const { reservation } = stored;
  const reserving = reservation && { ...POLICY.reservation, ...reservation };
  return { ...POLICY, ...stored, reservation: reserving };
}
