import type { AgentId } from '@rapport/core';
import type { Access, Scope } from '@rapport/protocol';

/** Who calls, as the session or the key says. */
export interface Principal {
  /** Opaque; what the journal keeps as the actor. */
  readonly id: string;
  readonly centre: string;
  readonly scopes: readonly Scope[];
  /** Whom the caller acts as, where he is an agent. */
  readonly agentId: AgentId | undefined;
}

/** Why a caller may not, or undefined when he may. */
export function accessRefusal(
  { scopes, agentId }: Principal,
  { scope, isAsAgent }: Access,
): string | undefined {
  if (!scopes.includes(scope)) return `This needs the scope ${scope}.`;
  if (isAsAgent === true && agentId === undefined) return 'Only an agent can do this.';
  return undefined;
}
