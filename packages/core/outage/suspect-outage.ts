import { isSynchronous } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { OutageEndReason } from './outage-messages.ts';
import { outageEndsAt } from './outage-watch.ts';

/** Says that there may be an outage, once, where enough have missed a live offer or lost their lines by now. */
export function suspectOutage(decision: Decision): void {
  const { desk } = decision;
  const { misses, sinceAt: suspectedSince, onDutyCount } = desk.outage;
  if (suspectedSince !== undefined || !isEnough(desk)) return;
  const [sinceAt = decision.at] = misses.values();
  emit(decision, {
    type: 'outage-suspected',
    v: 1,
    agentCount: misses.size,
    onDutyCount,
    sinceAt,
  });
}

/** In a large centre a few miss one at any time, so that it takes a share of them. */
function isEnough({ outage: { misses, onDutyCount }, policy }: Desk): boolean {
  return misses.size >= policy.outageAgents && misses.size >= policy.outageShare * onDutyCount;
}

/** Ends what is suspected once one of those who had missed an offer answers one that is live. */
export function hearAnswer(decision: Decision, work: WorkRecord, agent: AgentRecord): void {
  const { outage } = decision.desk;
  if (outage.sinceAt === undefined || !outage.misses.has(agent)) return;
  if (isSynchronous(work.class.need.channel)) endOutage(decision, 'answered');
}

/** Ends what is suspected where nobody has missed anything for long. */
export function passOutage(decision: Decision): void {
  if (outageEndsAt(decision.desk) <= decision.at) endOutage(decision, 'quiet');
}

function endOutage(decision: Decision, reason: OutageEndReason): void {
  const agentCount = decision.desk.outage.misses.size;
  emit(decision, { type: 'outage-ended', v: 1, reason, agentCount });
}
