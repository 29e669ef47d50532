import type { AgentId } from '../id.ts';

/** The agent has no room to take this up beside what he carries and is being offered. */
export interface AgentFull {
  readonly code: 'agent-full';
  readonly agentId: AgentId;
}

/** The agent is signed out, and takes nothing up until he is back. */
export interface AgentSignedOut {
  readonly code: 'agent-signed-out';
  readonly agentId: AgentId;
}
