import { Type } from 'typebox';
import { ROLES } from './access.ts';
import type { Route } from './route.ts';
import { Name, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const Version = Type.Integer({ minimum: 0, description: 'Counts the changes.' });
const Dispositions = Type.Array(Type.Object({ code: Text, name: Name }, strict), {
  minItems: 1,
  maxItems: 50,
  description: 'In the order in which they are offered.',
});

/** What can come of an interaction. */
export const DISPOSITION_ROUTES = {
  listDispositions: {
    method: 'GET',
    path: '/api/v1/dispositions',
    summary: 'What may have come of an interaction, in the order in which agents are offered it.',
    access: { roles: ROLES, scope: 'organisation:read', reach: 'centre' },
    answer: Type.Object({ version: Version, dispositions: Dispositions }, strict),
  },
  changeDispositions: {
    method: 'PUT',
    path: '/api/v1/dispositions',
    summary:
      'Replaces the dispositions; where a version is given, only if it is still that. What was ' +
      'closed before keeps its code.',
    access: { roles: ['administrator'], scope: 'organisation:write', reach: 'centre' },
    body: Type.Object({ version: Type.Optional(Version), dispositions: Dispositions }, strict),
    answer: Type.Object({ version: Version }, strict),
  },
} as const satisfies Readonly<Record<string, Route>>;
