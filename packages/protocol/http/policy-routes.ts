import { type Static, Type } from 'typebox';
import type { Access } from './access.ts';
import type { Route } from './route.ts';
import { afterQuery, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;

const READ = {
  roles: ['planner', 'administrator'],
  scope: 'organisation:read',
  reach: 'centre',
} as const satisfies Access;

/** By the names of their fields, such as `bondBonus` or `reservation.chatMsMax`. */
const PolicyNumbers = Type.Record(Type.String(), Type.Number(), {
  description:
    'By the names of their fields. Without those that begin with `reservation.`, nothing is ever reserved.',
});

const Field = Type.Object(
  {
    name: Text,
    min: Type.Number(),
    max: Type.Number(),
    isWhole: Type.Boolean(),
    byDefault: Type.Number(),
  },
  strict,
);

const Policy = Type.Object(
  {
    numbers: PolicyNumbers,
    fields: Type.Array(Field, { description: 'Every number there is, with its bounds.' }),
  },
  strict,
);

export type Policy = Static<typeof Policy>;

export const POLICY_ROUTES = {
  getPolicy: {
    method: 'GET',
    path: '/api/v1/policy',
    summary: 'The numbers in the rule by which the desk decides, with their bounds and defaults.',
    access: READ,
    query: afterQuery,
    answer: Policy,
  },
  setPolicy: {
    method: 'PUT',
    path: '/api/v1/policy',
    summary: 'Sets all the numbers in the rule; they count for what is decided from then on.',
    access: { roles: ['administrator'], scope: 'organisation:write', reach: 'centre' },
    body: PolicyNumbers,
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
