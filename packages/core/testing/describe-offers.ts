import type { DeskEvent } from '../messages.ts';
import { unreachable } from '../result.ts';
import type { OfferReason } from '../work/reasons.ts';

/**
 * Words the offers among `events`: `call to ann: owner`, `call to ann: best-suited`,
 * `call to ann: urgency 0.5`, `call to ann: urgency 0.5, owner`, `call to ann: interrupting at 0.8`.
 */
export function describeOffers(events: readonly DeskEvent[]): readonly string[] {
  return events
    .filter((event) => event.type === 'work-offered')
    .map(({ workId, agentId, reason }) => `${workId} to ${agentId}: ${describeReason(reason)}`);
}

function describeReason(reason: OfferReason): string {
  switch (reason.code) {
    case 'known-agent':
      return reason.standing;
    case 'best-suited':
      return reason.code;
    case 'most-urgent': {
      const urgency = `urgency ${reason.urgencyRatio}`;
      return reason.standing === undefined ? urgency : `${urgency}, ${reason.standing}`;
    }
    case 'interrupting':
      return `interrupting at ${reason.urgencyRatio}`;
    default:
      return unreachable(reason);
  }
}
