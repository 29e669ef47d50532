/** What a person is in a centre; somebody may be several. */
export const ROLES = [
  'attendant',
  'agent',
  'staff',
  'supervisor',
  'planner',
  'care-owner',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

// Roles that many routes have in common.

/** Who serves customers. */
export const SERVING_ROLES = ['attendant', 'agent'] as const;

/** Who takes in what customers bring. */
export const INTAKE_ROLES = ['attendant', 'agent', 'supervisor', 'administrator'] as const;

/** Who looks at customers and what they say. */
export const CUSTOMER_ROLES = [
  'attendant',
  'agent',
  'supervisor',
  'care-owner',
  'administrator',
] as const;

/** Who looks at the work that goes on. */
export const DESK_ROLES = [
  'attendant',
  'agent',
  'supervisor',
  'planner',
  'care-owner',
  'administrator',
] as const;

/** What an API key may be allowed to do. */
export const SCOPES = [
  'agents:read',
  'agents:write',
  'audit:read',
  'bonds:read',
  'bonds:write',
  'customers:erase',
  'customers:read',
  'customers:write',
  'events:write',
  'floor:read',
  'imports:write',
  'interactions:read',
  'interactions:write',
  'keys:write',
  'metrics:read',
  'organisation:read',
  'organisation:write',
  'people:read',
  'people:write',
  'promises:read',
  'promises:write',
  'webhooks:write',
  'work:read',
  'work:receive',
  'work:serve',
] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * On whose objects somebody who is let in may act:
 *
 * - `centre`: on everybody's in his centre;
 * - `self`: as his own agent alone, so that callers who are none may not;
 * - `teams`: a supervisor on the agents of the teams that he leads, administrators and keys on all;
 * - `conversation`: agents on interactions of customers whom they serve or know, others and keys on
 *   all.
 */
export type Reach = 'centre' | 'self' | 'teams' | 'conversation';

/** Who may call a route or follow a topic: people in one of the roles, and keys with the scope. */
export interface Access {
  /** None where only keys may. */
  readonly roles: readonly Role[];
  /** Absent where only people may. */
  readonly scope?: Scope;
  readonly reach: Reach;
}

// How the centre is set up: everybody may look, administrators change it.

export const SET_UP_READ = {
  roles: ROLES,
  scope: 'organisation:read',
  reach: 'centre',
} as const satisfies Access;

export const SET_UP_WRITE = {
  roles: ['administrator'],
  scope: 'organisation:write',
  reach: 'centre',
} as const satisfies Access;
