import { Type } from 'typebox';
import { EmergenciesState, EmergencyReason } from '../live/emergencies.ts';
import { TOPICS } from '../live/topics.ts';
import type { Route } from './route.ts';
import { At, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const declare = {
  roles: ['supervisor', 'administrator'],
  scope: 'agents:write',
  reach: 'centre',
} as const;
const scope = { skill: Type.Optional(Text) };

/** When everybody is needed at once. */
export const EMERGENCY_ROUTES = {
  declareEmergency: {
    method: 'POST',
    path: '/api/v1/emergencies',
    summary:
      'Declares an emergency, of all work or of what asks for a skill: nobody is kept for anybody until ' +
      'then, but whom a customer has chosen himself. The one of the same scope that stands is replaced. ' +
      'The caller answers for it.',
    access: declare,
    body: Type.Object(
      {
        reason: EmergencyReason,
        ...scope,
        untilAt: { ...At, description: 'When it ends by itself: at most 24 hours from now.' },
      },
      strict,
    ),
    answer: Written,
  },
  endEmergency: {
    method: 'POST',
    path: '/api/v1/emergencies/end',
    summary: 'Ends the emergency of this scope before its time.',
    access: declare,
    body: Type.Object(scope, strict),
    answer: Written,
  },
  listEmergencies: {
    method: 'GET',
    path: '/api/v1/emergencies',
    summary: TOPICS.emergencies.summary,
    access: TOPICS.emergencies.access,
    answer: EmergenciesState,
  },
} as const satisfies Readonly<Record<string, Route>>;
