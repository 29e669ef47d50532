import { Type } from 'typebox';
import { SET_UP_READ, SET_UP_WRITE } from './access.ts';
import type { Route } from './route.ts';
import { Name, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const Version = Type.Integer({ minimum: 0, description: 'Counts the changes.' });
const Disposition = Type.Object(
  {
    code: Text,
    name: Name,
    isRetired: Type.Optional(
      Type.Boolean({ description: 'No longer offered; kept for what was closed with it.' }),
    ),
    isPoor: Type.Optional(
      Type.Boolean({
        description: 'It went badly for the customer: nobody is known to him better for it.',
      }),
    ),
  },
  strict,
);
const Dispositions = Type.Array(Disposition, {
  minItems: 1,
  maxItems: 100,
  description: 'In the order in which they are offered.',
});

/** What can come of an interaction. */
export const DISPOSITION_ROUTES = {
  listDispositions: {
    method: 'GET',
    path: '/api/v1/dispositions',
    summary: 'What may have come of an interaction, in the order in which agents are offered it.',
    access: SET_UP_READ,
    answer: Type.Object({ version: Version, dispositions: Dispositions }, strict),
  },
  changeDispositions: {
    method: 'PUT',
    path: '/api/v1/dispositions',
    summary:
      'Replaces the dispositions, one of which is offered at least; where a version is given, only ' +
      'if it is still that. What was closed before keeps its code.',
    access: SET_UP_WRITE,
    body: Type.Object({ version: Type.Optional(Version), dispositions: Dispositions }, strict),
    answer: Type.Object({ version: Version }, strict),
  },
} as const satisfies Readonly<Record<string, Route>>;
