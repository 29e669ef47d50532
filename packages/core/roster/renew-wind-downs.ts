import { CALLBACK_GRACE_MS } from '../callbacks/callback-record.ts';
import { isPromised } from '../callbacks/is-promised.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import { scheduleAgent } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { type Roster, type WindDown, windDownsOf } from './wind-downs.ts';

const NOTHING_PLANNED: Roster = { dutyIntervals: [], breakIntervals: [] };

/** Makes when an agent winds down follow from his roster and from the calls that he has promised. */
export function renewWindDowns(desk: Desk, agent: AgentRecord, at: Instant): void {
  const { roster = NOTHING_PLANNED } = agent;
  const all = windDownsOf(roster, desk.policy.windDownMs, keptFor(agent));
  agent.windDowns = all.filter(({ untilAt }) => untilAt > at);
  scheduleAgent(desk, agent);
}

/** Before a call that he has promised. As it comes back to be made it is put off no more, so that this ends by itself. */
function keptFor({ deferred }: AgentRecord): readonly WindDown[] {
  return deferred.flatMap((work): readonly WindDown[] => {
    const { callback } = work;
    if (callback === undefined || !isPromised(work)) return [];
    const { dueAt: startsAt, keptFreeFromAt: fromAt } = callback;
    return [{ fromAt, untilAt: startsAt + CALLBACK_GRACE_MS, reason: 'callback', startsAt }];
  });
}
