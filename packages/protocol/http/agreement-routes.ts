import { type Static, Type } from 'typebox';
import { DESK_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { afterQuery, At, Channel, listQuery, page, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ agreementId: Text }, strict);
const read = { roles: DESK_ROLES, scope: 'promises:read', reach: 'centre' } as const;

const TERM = {
  channel: Type.Optional(
    Type.Union([Channel, Type.Enum(['synchronous', 'asynchronous'])], {
      description: 'A channel; or those where the customer waits there, or the others.',
    }),
  ),
  tier: Type.Optional({ ...Text, description: "The customer's tier, else his account's." }),
  minPriority: Type.Optional(
    Type.Number({ minimum: -10, maximum: 10, description: 'The least priority it is made for.' }),
  ),
  caseType: Type.Optional(Text),
  targetMs: Type.Integer({ minimum: 1, maximum: 31_536_000_000 }),
  shareRatio: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  calendarId: Type.Optional(Text),
};

const Serves = Type.Object(
  { accountId: Type.Optional(Text), divisionId: Type.Optional(Text) },
  { ...strict, description: 'An account, else a division of ours; with neither, everybody.' },
);

/** One version of an agreement, with the promise that each of its terms is. */
const Version = Type.Object(
  {
    version: Type.Integer(),
    agreedBy: Text,
    agreedWith: Type.Optional(Text),
    agreedAt: At,
    holdsFromAt: At,
    terms: Type.Array(Type.Object({ ...TERM, promiseId: Text }, strict), {
      description: 'The most specific first: of those that fit, the first counts.',
    }),
  },
  strict,
);

const Agreement = Type.Object(
  {
    agreementId: Text,
    serves: Serves,
    inForce: Type.Optional(
      Type.Integer({ description: 'The version under which items come in now.' }),
    ),
    versions: Type.Array(Version, { description: 'The first one first.' }),
  },
  strict,
);

export type Agreement = Static<typeof Agreement>;

export const AGREEMENT_ROUTES = {
  defineAgreement: {
    method: 'PUT',
    path: '/api/v1/agreements/:agreementId',
    summary:
      'Agrees on the next version of an agreement; what came in before keeps what it was promised.',
    access: { roles: ['planner', 'administrator'], scope: 'promises:write', reach: 'centre' },
    params,
    body: Type.Object(
      {
        serves: Serves,
        agreedWith: Type.Optional({ ...Text, description: 'The customer, by id.' }),
        holdsFromAt: Type.Optional({ ...At, description: 'At once when left out.' }),
        terms: Type.Array(Type.Object(TERM, strict), { minItems: 1, maxItems: 100 }),
      },
      strict,
    ),
    answer: Written,
  },
  getAgreement: {
    method: 'GET',
    path: '/api/v1/agreements/:agreementId',
    summary: 'One agreement, with all of its versions.',
    access: read,
    params,
    query: afterQuery,
    answer: Agreement,
  },
  listAgreements: {
    method: 'GET',
    path: '/api/v1/agreements',
    summary: 'Lists the agreements, by id.',
    access: read,
    query: listQuery({}),
    answer: page(Agreement),
  },
} as const satisfies Readonly<Record<string, Route>>;
