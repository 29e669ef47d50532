import { isSynchronous } from '../channel.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { OutageEvent } from './outage-messages.ts';
import { losesLine } from './outage-watch.ts';

/** Applies that an outage is suspected, or over. */
export function evolveOutage({ outage }: Desk, event: OutageEvent): void {
  if (event.type === 'outage-suspected') {
    outage.sinceAt = event.sinceAt;
    return;
  }
  outage.sinceAt = undefined;
  outage.misses.clear();
}

/**
 * Counts who misses a live offer or loses his line while he is ready, and counts no more who answers one or is
 * back. It looks at the desk as it was before the event. Cost: O(1), each miss being forgotten once.
 */
export function watchLines(desk: Desk, event: DeskEvent, at: Instant): void {
  if (event.type === 'offer-expired') {
    if (isLive(desk, event)) miss(desk, desk.agents.get(event.agentId), at);
  } else if (event.type === 'offer-accepted') {
    // While one is suspected, that he answers ends it.
    if (desk.outage.misses.size === 0 || desk.outage.sinceAt !== undefined) return;
    if (isLive(desk, event)) comeBack(desk, desk.agents.get(event.agentId));
  } else if (event.type === 'agent-reachability-changed') {
    const agent = desk.agents.get(event.agentId);
    if (event.isReachable) comeBack(desk, agent);
    else if (agent !== undefined && losesLine(agent)) miss(desk, agent, at);
  }
}

function isLive(
  desk: Desk,
  { workId }: Extract<DeskEvent, { type: 'offer-expired' | 'offer-accepted' }>,
): boolean {
  const work = desk.work.get(workId);
  return work !== undefined && isSynchronous(work.class.need.channel);
}

function miss({ outage, policy }: Desk, agent: AgentRecord | undefined, at: Instant): void {
  if (agent === undefined) return;
  const { misses } = outage;
  if (outage.sinceAt === undefined) {
    for (const [other, missedAt] of misses) {
      if (missedAt > at - policy.outageWindowMs) break;
      misses.delete(other);
    }
  }
  // So that those who missed last stand last.
  misses.delete(agent);
  misses.set(agent, at);
  outage.lastMissAt = at;
}

function comeBack({ outage }: Desk, agent: AgentRecord | undefined): void {
  if (agent !== undefined) outage.misses.delete(agent);
}
