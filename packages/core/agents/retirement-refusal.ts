import type { Desk } from '../desk.ts';
import type { AgentId } from '../id.ts';
import type { AgentRefusal } from './agent-messages.ts';

/** Why an agent cannot leave the desk now, or undefined when he can: signed out, with nothing to finish. */
export function retirementRefusal(
  { agents }: Pick<Desk, 'agents'>,
  agentId: AgentId,
): AgentRefusal | undefined {
  const agent = agents.get(agentId);
  if (agent === undefined) return { code: 'agent-unknown', agentId };
  const carriedCount = agent.carried.length + agent.deferred.length;
  if (carriedCount > 0) return { code: 'agent-carries-work', agentId, carriedCount };
  return agent.state === 'signed-out' ? undefined : { code: 'agent-on-duty', agentId };
}
