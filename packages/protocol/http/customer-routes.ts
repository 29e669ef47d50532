import { type Static, Type } from 'typebox';
import { Identity, Line } from './customer-schemas.ts';
import { CUSTOMER_ROLES, INTAKE_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { At, Channel, listQuery, Name, page, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ customerId: Text }, strict);
const read = {
  roles: CUSTOMER_ROLES,
  scope: 'customers:read',
  reach: 'centre',
} as const;
const write = {
  roles: INTAKE_ROLES,
  scope: 'customers:write',
  reach: 'centre',
} as const;
const TimeOfDay = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: 'A time of day from 00:00 to 23:59.',
});
const Version = Type.Integer({ minimum: 1, description: 'Counts the changes.' });

const CustomerTerms = {
  piiName: Type.Optional(Name),
  accountId: Type.Optional(Text),
  externalId: Type.Optional(Text),
  tier: Type.Optional(Text),
  language: Type.Optional(
    Type.String({
      maxLength: 35,
      pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
      description: 'A language tag as in BCP 47, such as de or pt-BR.',
    }),
  ),
  piiNeeds: Type.Optional(
    Type.Array(Type.Object({ kind: Text, piiText: Line }, strict), { maxItems: 50 }),
  ),
  piiPreferences: Type.Optional(
    Type.Object(
      {
        replyChannel: Type.Optional(Channel),
        contactHours: Type.Optional(
          Type.Object(
            { from: TimeOfDay, until: TimeOfDay, timeZone: Type.Optional(Text) },
            { ...strict, description: 'When he may be called; his own time where none is named.' },
          ),
        ),
      },
      strict,
    ),
  ),
};

/** What is known of a customer beside how he is recognised. */
export type CustomerTerms = Static<ReturnType<typeof Type.Object<typeof CustomerTerms>>>;

/** A person who contacts us; of one who was erased, the id alone. */
const Customer = Type.Object(
  {
    customerId: Text,
    version: Version,
    ...CustomerTerms,
    identities: Type.Array(
      Type.Object({ kind: Identity.properties.kind, value: Type.String() }, strict),
    ),
    createdAt: At,
    erasedAt: Type.Optional(At),
  },
  strict,
);

const Saved = Type.Object({ customerId: Text, version: Version }, strict);

export const CUSTOMER_ROUTES = {
  createCustomer: {
    method: 'POST',
    path: '/api/v1/customers',
    summary: 'Makes a customer, who is recognised by his identities from now on.',
    access: write,
    body: Type.Object(
      { ...CustomerTerms, identities: Type.Optional(Type.Array(Identity, { maxItems: 20 })) },
      strict,
    ),
    answer: Saved,
    status: 201,
  },
  listCustomers: {
    method: 'GET',
    path: '/api/v1/customers',
    summary: 'Lists customers, by id: all, those of an account, or up to 100 by their ids.',
    access: read,
    query: listQuery({
      accountId: Type.Optional(Text),
      ids: Type.Optional(
        Type.String({
          maxLength: 20_000,
          pattern: '^[^\\p{Cc}\\p{Cs}]*$',
          description: 'Separated by commas.',
        }),
      ),
    }),
    answer: page(Customer),
  },
  lookUpCustomer: {
    method: 'POST',
    path: '/api/v1/customers/lookup',
    summary: 'Finds a customer by an identity or by what another system calls him.',
    access: read,
    // A POST, so that addresses stay out of URLs, which are logged on the way.
    isQuestion: true,
    body: Type.Object(
      { identity: Type.Optional(Identity), externalId: Type.Optional(Text) },
      strict,
    ),
    answer: Customer,
  },
  getCustomer: {
    method: 'GET',
    path: '/api/v1/customers/:customerId',
    summary: 'One customer.',
    access: read,
    params,
    answer: Customer,
  },
  changeCustomer: {
    method: 'PUT',
    path: '/api/v1/customers/:customerId',
    summary:
      'Replaces what is known of a customer, but not his identities; where a version is given, ' +
      'only if it is still that.',
    access: write,
    params,
    body: Type.Object({ ...CustomerTerms, version: Type.Optional(Version) }, strict),
    answer: Saved,
  },
  eraseCustomer: {
    method: 'DELETE',
    path: '/api/v1/customers/:customerId',
    summary:
      'Erases his name, identities, needs and preferences, and the words of his interactions. ' +
      'His id stays in history. Erased again, he loses what has come in since.',
    access: { roles: ['care-owner', 'administrator'], scope: 'customers:erase', reach: 'centre' },
    params,
    answer: Saved,
  },
  addIdentity: {
    method: 'POST',
    path: '/api/v1/customers/:customerId/identities',
    summary: 'A customer is recognised by one more identity.',
    access: write,
    params,
    body: Identity,
    answer: Saved,
  },
  removeIdentity: {
    method: 'POST',
    path: '/api/v1/customers/:customerId/identities/remove',
    summary: 'A customer is not recognised by this identity any more.',
    access: write,
    params,
    body: Identity,
    answer: Saved,
  },
} as const satisfies Readonly<Record<string, Route>>;
