import { Type } from 'typebox';
import { DESK_ROLES, SERVING_ROLES } from './access.ts';
import type { Route } from './route.ts';
import {
  afterQuery,
  At,
  Capacity,
  Interval,
  listQuery,
  Name,
  page,
  Position,
  SkillLevel,
  Text,
  Written,
} from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ agentId: Text }, strict);
const State = Type.Enum(['signed-out', 'ready', 'not-ready']);

/** What somebody is to do from now on. */
const StateWish = Type.Object(
  {
    state: State,
    reason: Type.Optional(Text),
    returnAt: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'When he means to be back; only of who is not ready. For people to see.',
      }),
    ),
  },
  strict,
);

const Interruptible = Type.Boolean({
  description:
    'Whether live work that is near its promise may be offered to him while he is at something that can wait; ' +
    'not where it is left out.',
});

/** An agent as others see him. */
const Agent = Type.Object(
  {
    agentId: Text,
    piiName: Type.Optional(Type.String()),
    teamId: Type.Optional(Text),
    state: State,
    reason: Type.Optional(Text),
    returnAt: Type.Optional(At),
    stateSince: At,
    isBusy: Type.Boolean(),
    skills: Type.Array(SkillLevel),
    capacity: Capacity,
    isInterruptible: Type.Optional(Interruptible),
  },
  strict,
);

export const AGENT_ROUTES = {
  createAgent: {
    method: 'POST',
    path: '/api/v1/agents',
    summary: 'Registers an agent, signed out.',
    access: { roles: ['administrator'], scope: 'agents:write', reach: 'centre' },
    body: Type.Object(
      {
        piiName: Name,
        skills: Type.Array(SkillLevel, { maxItems: 200 }),
        capacity: Type.Optional(Capacity),
        isInterruptible: Type.Optional(Interruptible),
        teamId: Type.Optional(Text),
      },
      strict,
    ),
    answer: Type.Object({ agentId: Text, position: Position }, strict),
    status: 201,
  },
  changeAgent: {
    method: 'PUT',
    path: '/api/v1/agents/:agentId',
    summary:
      "Replaces an agent's name, skills, team and whether he may be interrupted, and his capacity where it is given.",
    access: { roles: ['administrator'], scope: 'agents:write', reach: 'centre' },
    params,
    body: Type.Object(
      {
        piiName: Name,
        skills: Type.Array(SkillLevel, { maxItems: 200 }),
        capacity: Type.Optional(Capacity),
        isInterruptible: Type.Optional(Interruptible),
        teamId: Type.Optional(Text),
      },
      strict,
    ),
    answer: Written,
  },
  retireAgent: {
    method: 'DELETE',
    path: '/api/v1/agents/:agentId',
    summary:
      'Takes an agent off the desk who is signed out. The bonds that he owns go to their first deputy who is ' +
      'still there, else to his successor, where one is named.',
    access: { roles: ['administrator'], scope: 'agents:write', reach: 'centre' },
    params,
    query: Type.Object({ successorId: Type.Optional(Text) }, strict),
    answer: Written,
  },
  listAgents: {
    method: 'GET',
    path: '/api/v1/agents',
    summary: 'Lists the agents, by id.',
    access: {
      roles: DESK_ROLES,
      scope: 'agents:read',
      reach: 'centre',
    },
    query: listQuery({ state: Type.Optional(State) }),
    answer: page(Agent),
  },
  getAgent: {
    method: 'GET',
    path: '/api/v1/agents/:agentId',
    summary: 'One agent.',
    access: {
      roles: DESK_ROLES,
      scope: 'agents:read',
      reach: 'centre',
    },
    params,
    query: afterQuery,
    answer: Agent,
  },
  setMyState: {
    method: 'POST',
    path: '/api/v1/me/state',
    summary: 'Signs the caller in or out as an agent, or pauses him.',
    access: { roles: SERVING_ROLES, scope: 'work:serve', reach: 'self' },
    body: StateWish,
    answer: Written,
  },
  setAgentState: {
    method: 'POST',
    path: '/api/v1/agents/:agentId/state',
    summary: 'Signs an agent in or out, or pauses him, on his behalf.',
    access: { roles: ['supervisor', 'administrator'], scope: 'agents:write', reach: 'teams' },
    params,
    body: StateWish,
    answer: Written,
  },
  setBusyIntervals: {
    method: 'PUT',
    path: '/api/v1/agents/:agentId/busy-intervals',
    summary: 'Replaces the intervals in which an agent takes no new work although on duty.',
    access: {
      roles: ['supervisor', 'planner', 'administrator'],
      scope: 'agents:write',
      reach: 'teams',
    },
    params,
    body: Type.Object({ intervals: Type.Array(Interval, { maxItems: 1_000 }) }, strict),
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
