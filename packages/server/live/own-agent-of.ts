import type { Subscription } from './connection.ts';

/** Whom a subscription is about that is about the caller himself: nobody names another agent. */
export function ownAgentOf({ connection }: Subscription): string {
  const { principal } = connection.caller;
  if (principal.agentId === undefined)
    throw new Error('what is an agent’s own was opened for none');
  return principal.agentId;
}
