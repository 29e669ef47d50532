import type { AgentPresence } from '@rapport/protocol';
import { useTopic } from '../live/live.ts';

/** Whether I am on duty and ready; undefined for whoever is no agent, and until it is known. */
export function useMyDuty(agentId: string | undefined): AgentPresence['state'] | undefined {
  const people = useTopic('people', { agentIds: agentId === undefined ? [] : [agentId] });
  return people.kind === 'known' ? people.state.agents[0]?.state : undefined;
}
