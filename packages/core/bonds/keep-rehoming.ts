import type { Desk } from '../desk.ts';
import type { AgentId } from '../id.ts';
import { REHOMING_UNDO_MS, type Rehoming } from './rehoming.ts';

/** Keeps what can be taken back, and forgets what no longer can. */
export function keepRehoming(desk: Desk, agentId: AgentId, rehoming: Rehoming): void {
  for (const [id, { at }] of desk.rehomings) {
    if (rehoming.at - at > REHOMING_UNDO_MS) desk.rehomings.delete(id);
  }
  desk.rehomings.set(agentId, rehoming);
}
