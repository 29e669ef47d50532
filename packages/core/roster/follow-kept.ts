import type { Decision } from '../decision.ts';
import type { AgentRecord } from '../desk-records.ts';
import { endVainReservations } from '../routing/end-reservation.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { passWindDown } from './pass-wind-down.ts';
import { stopWindingDown } from './stop-winding-down.ts';
import { windDownAt } from './wind-downs.ts';

/** Makes an agent wind down, or no longer, once the calls that he has promised are others. */
export function followKept(decision: Decision, agent: AgentRecord): void {
  if (stopWindingDown(decision, agent)) {
    feedAgent(decision, agent);
    return;
  }
  const isToWindDown = windDownAt(agent.windDowns, decision.at) !== undefined;
  if (isToWindDown && !agent.isWindingDown) passWindDown(decision, agent);
  // Also of one who winds down already, and does so for longer now.
  endVainReservations(decision, agent);
}
