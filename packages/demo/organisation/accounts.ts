import { type AgentId, asId } from '@rapport/core';
import type { Role } from '@rapport/protocol';
import { createdId } from '@rapport/server';
import { AGENTS, DOMAIN } from './agents.ts';
import { TEAMS } from './company.ts';

/** Somebody who is not simulated: whoever tries the demo signs in as him. */
export interface ReadyAccount {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly agentId: AgentId | undefined;
  readonly ledTeamIds: readonly string[];
}

/** For all ready accounts the same, and shown on the sign-in page of the demo. */
export const DEMO_PASSWORD = 'warm rooms in winter';

/** As whom the desk knows the attendant. */
const ATTENDANT_ID = asId<'agent'>(createdId('agent', `marguerite@${DOMAIN}`));

/** One for each role, in the order in which the sign-in page shows them. */
export const READY_ACCOUNTS: readonly ReadyAccount[] = [
  ready('Ted Marsh', 'agent', { agentId: AGENTS[0]?.agentId, personId: AGENTS[0]?.personId }),
  ready('Vera Lindholm', 'supervisor', { ledTeamIds: TEAMS.map(({ id }) => id) }),
  ready('Rosa Almeida', 'administrator'),
  ready('Marguerite Dubois', 'attendant', { agentId: ATTENDANT_ID }),
  ready('Stefan Huber', 'planner'),
  ready('Ingeborg Frey', 'care-owner'),
];

function ready(
  name: string,
  role: Role,
  more: {
    readonly agentId?: AgentId | undefined;
    readonly personId?: string | undefined;
    readonly ledTeamIds?: readonly string[];
  } = {},
): ReadyAccount {
  const email = `${name.split(' ')[0]?.toLowerCase() ?? ''}@${DOMAIN}`;
  return {
    personId: more.personId ?? createdId('person', email),
    name,
    email,
    role,
    agentId: more.agentId,
    ledTeamIds: more.ledTeamIds ?? [],
  };
}
