import { Type } from 'typebox';
import { type Access, SCOPES } from './access.ts';
import type { Route } from './route.ts';
import { At, Done, listQuery, Name, page, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const access = {
  roles: ['administrator'],
  scope: 'keys:write',
  reach: 'centre',
} as const satisfies Access;
const terms = {
  name: Name,
  scopes: Type.Array(Type.Enum([...SCOPES]), {
    minItems: 1,
    maxItems: SCOPES.length,
    uniqueItems: true,
  }),
  agentId: Type.Optional(Text),
};

export const KEY_ROUTES = {
  listKeys: {
    method: 'GET',
    path: '/api/v1/keys',
    summary: 'Lists the keys in force, by id, without their secrets.',
    access,
    query: listQuery({}),
    answer: page(Type.Object({ keyId: Text, ...terms, createdAt: At }, strict)),
  },
  createKey: {
    method: 'POST',
    path: '/api/v1/keys',
    summary: 'Makes a key. The answer holds its secret, this once.',
    access,
    body: Type.Object(terms, strict),
    answer: Type.Object({ keyId: Text, secret: Type.Optional(Type.String()) }, strict),
    status: 201,
  },
  revokeKey: {
    method: 'DELETE',
    path: '/api/v1/keys/:keyId',
    summary: 'Ends a key.',
    access,
    params: Type.Object({ keyId: Text }, strict),
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
