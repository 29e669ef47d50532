import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { AgentStateChanged } from './agent-messages.ts';

/** Puts an agent into a state; the needs that he serves count who is ready, and the desk who is on duty. */
export function setState(
  { outage }: Desk,
  agent: AgentRecord,
  { state, reason, returnAt }: Pick<AgentStateChanged, 'state' | 'reason' | 'returnAt'>,
): void {
  const step = Number(state === 'ready') - Number(agent.state === 'ready');
  if (step !== 0) for (const { need } of agent.memberships) need.readyCount += step;
  outage.onDutyCount += Number(state !== 'signed-out') - Number(agent.state !== 'signed-out');
  agent.state = state;
  agent.reason = reason;
  agent.returnAt = returnAt;
}
