import type { AgentId } from '@rapport/core';
import type { Access, Role, Scope } from '@rapport/protocol';

/** As whom the audit knows whoever may start programs where the centre runs. */
export const COMMAND_LINE = 'command-line';

/** Who calls, as the session or the key says. */
export interface Principal {
  /** Opaque; what the journal keeps as the actor. */
  readonly id: string;
  readonly kind: 'person' | 'key' | 'visitor' | 'stranger';
  readonly centre: string;
  /** None for keys. */
  readonly roles: readonly Role[];
  /** None for people. */
  readonly scopes: readonly Scope[];
  /** Whom the caller acts as, where he is an agent. */
  readonly agentId: AgentId | undefined;
  /** Teams that the caller leads. */
  readonly teamIds: readonly string[];
}

/** Whoever calls a route that is open to anybody. */
export function strangerIn(centre: string): Principal {
  return { ...nobodyIn(centre), id: 'stranger', kind: 'stranger' };
}

/** Whoever shows the token of a thread; he is nothing but that. */
export function visitorIn(centre: string, threadId: string): Principal {
  return { ...nobodyIn(centre), id: threadId, kind: 'visitor' };
}

function nobodyIn(centre: string): Omit<Principal, 'id' | 'kind'> {
  return {
    centre,
    roles: [],
    scopes: [],
    agentId: undefined,
    teamIds: [],
  };
}

/** Why a caller may not, or undefined when he may. Says nothing of the objects in question yet. */
export function accessRefusal(principal: Principal, access: Access): string | undefined {
  const { kind, scopes, roles, agentId } = principal;
  if (kind === 'key') {
    if (access.scope === undefined) return 'This is for people alone.';
    if (!scopes.includes(access.scope)) return `This needs the scope ${access.scope}.`;
  } else if (!access.roles.some((role) => roles.includes(role))) {
    return access.roles.length === 0
      ? 'This is for API keys alone.'
      : `This is for ${access.roles.join(', ')}.`;
  }
  if (access.reach === 'self' && agentId === undefined) return 'Only an agent can do this.';
  return undefined;
}
