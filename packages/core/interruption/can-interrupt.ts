import { isAttentive } from '../agents/is-available.ts';
import { heightOf } from '../alerts/alert-record.ts';
import { isSynchronous } from '../channel.ts';
import type { AgentRecord, MembershipRecord, WorkRecord } from '../desk-records.ts';

/** Whether all that an agent carries may be put aside for something live. */
function canPutAside({ isInterruptible, carried }: AgentRecord): boolean {
  return isInterruptible && carried.every((work) => !isSynchronous(work.class.need.channel));
}

/**
 * Whether he may be offered a pressing item of this need although he has no room: he lacks it only because of work
 * that is not live, and may be interrupted in that.
 */
export function mayInterrupt(agent: AgentRecord, { weight, need }: MembershipRecord): boolean {
  if (!isSynchronous(need.channel) || agent.isWindingDown || !isAttentive(agent)) return false;
  return agent.loadUnits + weight > agent.capacity.units && canPutAside(agent);
}

/** Whether a waiting item is live and near its promise, or past it, so that somebody may be interrupted for it. */
export function isPressing({
  status,
  reservation,
  alertHeight,
  class: { need },
}: WorkRecord): boolean {
  return (
    status === 'waiting' &&
    reservation === undefined &&
    alertHeight >= heightOf('approaching') &&
    isSynchronous(need.channel)
  );
}
