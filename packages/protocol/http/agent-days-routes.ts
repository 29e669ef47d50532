import { Type } from 'typebox';
import { DESK_ROLES, SERVING_ROLES } from './access.ts';
import { Absence, WindDown } from './agent-days.ts';
import type { Route } from './route.ts';
import { afterQuery, Interval, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ agentId: Text }, strict);
const INTERVALS_MAX = 1_000;

/** When an agent is on duty, and when he has a break. */
const RosterTerms = {
  dutyIntervals: Type.Array(Interval, {
    maxItems: INTERVALS_MAX,
    description: 'Sorted, not overlapping. Leave and part-time are gaps between them.',
  }),
  breakIntervals: Type.Array(Interval, {
    maxItems: INTERVALS_MAX,
    description: 'Sorted, not overlapping.',
  }),
};

const AbsenceWish = Type.Object(
  {
    untilAt: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'When he is expected back.',
    }),
    deputyId: Type.Optional({
      ...Text,
      description: 'Who is asked in his place, and gets what comes back meanwhile.',
    }),
  },
  strict,
);

export const AGENT_DAYS_ROUTES = {
  setRoster: {
    method: 'PUT',
    path: '/api/v1/agents/:agentId/roster',
    summary: 'Replaces what is planned of an agent: when he is on duty and when he has a break.',
    access: {
      roles: ['supervisor', 'planner', 'administrator'],
      scope: 'agents:write',
      reach: 'teams',
    },
    params,
    body: Type.Object(RosterTerms, strict),
    answer: Written,
  },
  getRoster: {
    method: 'GET',
    path: '/api/v1/agents/:agentId/roster',
    summary: "An agent's days: what is planned, whether he winds down, and whether he is away.",
    access: { roles: DESK_ROLES, scope: 'agents:read', reach: 'centre' },
    params,
    query: afterQuery,
    answer: Type.Object(
      { ...RosterTerms, windDown: Type.Optional(WindDown), absence: Type.Optional(Absence) },
      strict,
    ),
  },
  declareAbsence: {
    method: 'PUT',
    path: '/api/v1/agents/:agentId/absence',
    summary:
      'Says that an agent is away until a moment: what he has is released, and a deputy stands in.',
    access: { roles: ['supervisor', 'administrator'], scope: 'agents:write', reach: 'teams' },
    params,
    body: AbsenceWish,
    answer: Written,
  },
  cancelAbsence: {
    method: 'DELETE',
    path: '/api/v1/agents/:agentId/absence',
    summary: 'Takes an absence back, with what nobody has touched since.',
    access: { roles: ['supervisor', 'administrator'], scope: 'agents:write', reach: 'teams' },
    params,
    answer: Written,
  },
  declareMyAbsence: {
    method: 'PUT',
    path: '/api/v1/me/absence',
    summary: 'Says that the caller is away until a moment, as an agent.',
    access: { roles: SERVING_ROLES, scope: 'work:serve', reach: 'self' },
    body: AbsenceWish,
    answer: Written,
  },
  cancelMyAbsence: {
    method: 'DELETE',
    path: '/api/v1/me/absence',
    summary: "Takes the caller's own absence back.",
    access: { roles: SERVING_ROLES, scope: 'work:serve', reach: 'self' },
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
