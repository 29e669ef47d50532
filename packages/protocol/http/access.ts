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

/** What an API key may be allowed to do. */
export const SCOPES = [
  'agents:read',
  'agents:write',
  'bonds:read',
  'bonds:write',
  'promises:read',
  'promises:write',
  'work:read',
  'work:receive',
  'work:serve',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Who may call a route: keys with the scope and, once there are sessions, people in one of the roles. */
export interface Access {
  readonly roles: readonly Role[];
  readonly scope: Scope;
  /** Whether it acts as the caller's own agent, so that callers who are none may not. */
  readonly isAsAgent?: boolean;
}
