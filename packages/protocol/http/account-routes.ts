import { Type } from 'typebox';
import { CUSTOMER_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { At, listQuery, Name, page, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ accountId: Text }, strict);
const read = {
  roles: CUSTOMER_ROLES,
  scope: 'customers:read',
  reach: 'centre',
} as const;
const write = {
  roles: ['supervisor', 'care-owner', 'administrator'],
  scope: 'customers:write',
  reach: 'centre',
} as const;
const Version = Type.Integer({ minimum: 1, description: 'Counts the changes.' });

const AccountTerms = {
  piiName: Name,
  externalId: Type.Optional(Text),
  tier: Type.Optional(Text),
};

/** An organisation that customers belong to. */
const Account = Type.Object(
  { accountId: Text, version: Version, ...AccountTerms, createdAt: At },
  strict,
);

const Saved = Type.Object({ accountId: Text, version: Version }, strict);

export const ACCOUNT_ROUTES = {
  createAccount: {
    method: 'POST',
    path: '/api/v1/accounts',
    summary: 'Makes an account, to which customers may belong.',
    access: write,
    body: Type.Object(AccountTerms, strict),
    answer: Saved,
    status: 201,
  },
  listAccounts: {
    method: 'GET',
    path: '/api/v1/accounts',
    summary: 'Lists accounts, by id: all, or those whose names begin so.',
    access: read,
    query: listQuery({ namePrefix: Type.Optional(Name) }),
    answer: page(Account),
  },
  getAccount: {
    method: 'GET',
    path: '/api/v1/accounts/:accountId',
    summary: 'One account; its customers are listed with `accountId` at `/customers`.',
    access: read,
    params,
    answer: Account,
  },
  changeAccount: {
    method: 'PUT',
    path: '/api/v1/accounts/:accountId',
    summary: 'Replaces what is known of an account; where a version is given, only if it is that.',
    access: write,
    params,
    body: Type.Object({ ...AccountTerms, version: Type.Optional(Version) }, strict),
    answer: Saved,
  },
} as const satisfies Readonly<Record<string, Route>>;
