import { Type } from 'typebox';
import { INTAKE_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ workId: Text }, strict);
const access = { roles: INTAKE_ROLES, scope: 'work:receive', reach: 'centre' } as const;

/** What is said to be about the same. */
export const MATTER_ROUTES = {
  linkWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/link',
    summary:
      'An open item is about the same as another of its customer: whoever answers one has the other put aside for him.',
    access,
    params,
    body: Type.Object(
      { toWorkId: { ...Text, description: 'Another open item, whose matter it joins.' } },
      strict,
    ),
    answer: Written,
  },
  unlinkWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/unlink',
    summary: 'An open item is about something else than what it was linked with.',
    access,
    params,
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
