import type { AgentId } from '../id.ts';
import type { PassedOver, WithdrawalReason } from '../work/reasons.ts';
import type { WorkEvent } from '../work/work-messages.ts';

/** Somebody who was passed over; of whoever may not be asked for it again yet, how it left his hands. */
export interface ToldPassedOver extends PassedOver {
  readonly ended?: Declined['code'];
}

/** An offer that came to nothing. */
export interface Declined {
  readonly agentId: AgentId;
  readonly code: 'declined' | 'missed' | 'handed-on' | WithdrawalReason;
  /** What he said, of what he declined. */
  readonly reason?: string;
}

/** Whose hands an item left by this, and how; undefined where it left nobody's. */
export function declinedBy(event: WorkEvent): Declined | undefined {
  switch (event.type) {
    case 'offer-declined':
      return { agentId: event.agentId, code: 'declined', reason: event.reason };
    case 'offer-expired':
      return { agentId: event.agentId, code: 'missed' };
    case 'offer-withdrawn':
    case 'work-released':
      return { agentId: event.agentId, code: event.reason };
    case 'work-transferred':
      return { agentId: event.agentId, code: 'handed-on' };
    default:
      return undefined;
  }
}

/** Says of somebody who was passed over how it left his hands, where that is why. */
export function toldOf(
  passed: PassedOver,
  ends: ReadonlyMap<AgentId, Declined['code']>,
): ToldPassedOver {
  const ended = passed.obstacle === 'excluded' ? ends.get(passed.agentId) : undefined;
  return ended === undefined ? passed : { ...passed, ended };
}
