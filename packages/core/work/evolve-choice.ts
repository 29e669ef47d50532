import { knownAgents } from '../bonds/known-agents.ts';
import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { AgentId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { WaitChosen } from './choice-messages.ts';
import { unreserve } from './evolve-reservation.ts';

/** For the one whom the customer chose it waits as a reserved item does; for anybody, it stands in the pool. */
export function choose(
  desk: Desk,
  work: WorkRecord,
  { agentId, keptUntilAt }: WaitChosen,
  at: Instant,
): void {
  if (work.reservation === undefined) dequeue(desk, work);
  else unreserve(desk, work, at);
  if (agentId !== undefined && keptUntilAt !== undefined) {
    keepFor(desk, work, { agentId, fromAt: at, untilAt: keptUntilAt });
  }
  work.wasReserved = true;
  work.known = knownAgents(desk, work);
  enqueue(desk, work);
  scheduleWork(desk, work);
}

/** Keeps a waiting item for one agent alone. Its place in the queues is the caller's business. */
function keepFor(
  desk: Desk,
  work: WorkRecord,
  {
    agentId,
    ...span
  }: { readonly agentId: AgentId; readonly fromAt: Instant; readonly untilAt: Instant },
): void {
  const agent = present(desk.agents.get(agentId));
  work.reservation = { ...span, agents: [agent], isChosen: true };
  agent.reserved.push(work);
}
