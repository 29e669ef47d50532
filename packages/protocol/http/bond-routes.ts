import { Type } from 'typebox';
import { CUSTOMER_ROLES, DESK_ROLES, INTAKE_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { afterQuery, At, Channel, Interval, listQuery, page, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const ofCustomer = Type.Object({ customerId: Text }, strict);
const ofAgent = Type.Object({ agentId: Text }, strict);
const ofAccount = Type.Object({ accountId: Text }, strict);
const ofPromise = Type.Object({ promiseId: Text }, strict);
const ofCalendar = Type.Object({ calendarId: Text }, strict);
const plan = {
  roles: ['planner', 'administrator'],
  scope: 'promises:write',
  reach: 'centre',
} as const;

const readPromises = {
  roles: DESK_ROLES,
  scope: 'promises:read',
  reach: 'centre',
} as const;
const readBonds = {
  roles: CUSTOMER_ROLES,
  scope: 'bonds:read',
  reach: 'centre',
} as const;

/** For what a bond counts, and how long. */
const Scope = {
  topic: Type.Optional({ ...Text, description: 'Only for items about this.' }),
  channel: Type.Optional(Channel),
  untilAt: Type.Optional({ ...At, description: 'Only for items that come in before then.' }),
};

/** Who is asked, in this order. */
const Named = { ownerId: Type.Optional(Text), deputyIds: Type.Array(Text, { maxItems: 5 }) };

const Origin = Type.Enum(['declared', 'customer-asked'], {
  description: 'Whether the centre declared it, or the customer asked for it.',
});

const Refusals = Type.Array(
  Type.Object({ agentId: Text, by: Type.Enum(['customer', 'agent']) }, strict),
  {
    maxItems: 20,
    description: 'Who is never asked for this customer, and which of the two wants it so.',
  },
);

const Wishes = {
  isNewPreferred: Type.Boolean({
    description: 'He wants somebody new: nobody who knows him is asked before others.',
  }),
  refusals: Refusals,
};

/** Who knows a customer. */
const Bond = Type.Object(
  {
    customerId: Text,
    ownerId: Type.Optional(Text),
    deputyIds: Type.Array(Text),
    origin: Type.Optional(Origin),
    earned: Type.Array(
      Type.Object(
        {
          agentId: Text,
          strength: Type.Number({ description: 'What is left of it now, from 0 to 1.' }),
          lastAt: At,
        },
        strict,
      ),
      {
        description:
          'Who has served him, the strongest first; of whom too little is left, left out.',
      },
    ),
    declarations: Type.Array(
      Type.Object({ ...Scope, ...Named, origin: Type.Optional(Origin) }, strict),
      {
        description: 'Bonds for a topic, a channel or a while: they come before the general one.',
      },
    ),
    ...Wishes,
    accountId: Type.Optional({
      ...Text,
      description: 'Whose bond counts for him too, after his own.',
    }),
    mergedInto: Type.Optional({
      ...Text,
      description: 'The customer who is the same person and counts in his place.',
    }),
    mergedIds: Type.Array(Text, { description: 'Who is the same person, and counts as he.' }),
  },
  strict,
);

const AccountBond = Type.Object({ ...Scope, ...Named }, strict);

/** Whoever has several bonds with the same agent counts once. */
const BondCount = {
  customerCount: Type.Integer({ minimum: 0 }),
  accountCount: Type.Integer({ minimum: 0 }),
};

/** What somebody said of a bond, and when. */
const BondChange = Type.Object(
  {
    at: At,
    actor: Text,
    piiActorName: Type.Optional({ ...Type.String(), description: 'What people call him.' }),
    kind: Type.Enum(['declared', 'placed', 'wishes', 'merged', 'split']),
    ...Scope,
    ownerId: Type.Optional(Text),
    deputyIds: Type.Optional(Type.Array(Text)),
    origin: Type.Optional(Origin),
    accountId: Type.Optional(Text),
    isNewPreferred: Type.Optional(Type.Boolean()),
    refusals: Type.Optional(Refusals),
    customerId: Type.Optional({ ...Text, description: 'Of a merge: who counts.' }),
    mergedId: Type.Optional({ ...Text, description: 'Of a merge: who counts as he.' }),
  },
  strict,
);

const PromiseTerms = {
  targetMs: Type.Integer({ minimum: 1, maximum: 31_536_000_000 }),
  shareRatio: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  calendarId: Type.Optional(Text),
};

const CalendarTerms = { openIntervals: Type.Array(Interval, { maxItems: 20_000 }) };

/** What is promised to customers. */
const PromiseRead = Type.Object(
  {
    promiseId: Text,
    ...PromiseTerms,
    agreementId: Type.Optional({
      ...Text,
      description: 'Of which it is a part; it stays as it is.',
    }),
  },
  strict,
);

export const BOND_ROUTES = {
  changeBond: {
    method: 'PUT',
    path: '/api/v1/customers/:customerId/bond',
    summary:
      'Declares who owns the relationship with a customer, and who stands in: in general, or for a ' +
      'topic, a channel or a while. Declared with nobody, that one ends.',
    access: { roles: ['supervisor', 'administrator'], scope: 'bonds:write', reach: 'centre' },
    params: ofCustomer,
    body: Type.Object({ ...Scope, ...Named, origin: Type.Optional(Origin) }, strict),
    answer: Written,
  },
  rehomeBonds: {
    method: 'POST',
    path: '/api/v1/agents/:agentId/bonds/rehome',
    summary:
      'Gives every bond that an agent owns, retired or not, to its first deputy who is still there, else to the ' +
      'agent who is named. Refused where one would be nobody’s; can be taken back for a week.',
    access: { roles: ['supervisor', 'administrator'], scope: 'bonds:write', reach: 'centre' },
    params: ofAgent,
    body: Type.Object({ toAgentId: Type.Optional(Text) }, strict),
    answer: Written,
  },
  listHeirs: {
    method: 'GET',
    path: '/api/v1/agents/:agentId/bonds/heirs',
    summary:
      'Who would look after the customers and accounts of an agent, retired or not, were his bonds given on ' +
      'now, with `toAgentId` as the one who is named, and after how many.',
    access: { roles: ['supervisor', 'administrator'], scope: 'bonds:read', reach: 'centre' },
    params: ofAgent,
    query: Type.Object({ toAgentId: Type.Optional(Text) }, strict),
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            {
              agentId: Type.Optional({
                ...Text,
                description: 'Left out of those whom nobody would look after.',
              }),
              ...BondCount,
            },
            strict,
          ),
        ),
      },
      strict,
    ),
  },
  listLeavers: {
    method: 'GET',
    path: '/api/v1/bonds/leavers',
    summary:
      'Agents who have left, and how many customers and accounts are theirs still, as nobody could have them.',
    access: { roles: ['supervisor', 'administrator'], scope: 'bonds:read', reach: 'centre' },
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object({ agentId: Text, piiName: Type.String(), ...BondCount }, strict),
        ),
      },
      strict,
    ),
  },
  restoreBonds: {
    method: 'POST',
    path: '/api/v1/agents/:agentId/bonds/restore',
    summary:
      'Takes back that an agent’s bonds were given to others, also as he was retired, as far as nobody has ' +
      'changed them since.',
    access: { roles: ['supervisor', 'administrator'], scope: 'bonds:write', reach: 'centre' },
    params: ofAgent,
    answer: Written,
  },
  setBondWishes: {
    method: 'PUT',
    path: '/api/v1/customers/:customerId/bond/wishes',
    summary: 'Says who is never asked for a customer, and whether he wants somebody new.',
    access: { roles: INTAKE_ROLES, scope: 'bonds:write', reach: 'centre' },
    params: ofCustomer,
    body: Type.Object(Wishes, strict),
    answer: Written,
  },
  listBondChanges: {
    method: 'GET',
    path: '/api/v1/customers/:customerId/bond/changes',
    summary: 'Who said what of a bond, and when; the latest first, at most the last 100.',
    access: readBonds,
    params: ofCustomer,
    query: afterQuery,
    answer: Type.Object({ items: Type.Array(BondChange) }, strict),
  },
  mergeCustomers: {
    method: 'POST',
    path: '/api/v1/customers/:customerId/merge',
    summary:
      'Two customers are one person: this one counts, with the bonds, identities and interactions ' +
      'of both. It can be undone.',
    access: { roles: INTAKE_ROLES, scope: 'customers:write', reach: 'centre' },
    params: ofCustomer,
    body: Type.Object({ mergedId: Text }, strict),
    answer: Written,
  },
  splitCustomers: {
    method: 'POST',
    path: '/api/v1/customers/:customerId/split',
    summary:
      'Undoes a merge: each has his own bonds again, as they were, and what was earned since.',
    access: { roles: INTAKE_ROLES, scope: 'customers:write', reach: 'centre' },
    params: ofCustomer,
    body: Type.Object({ mergedId: Text }, strict),
    answer: Written,
  },
  changeAccountBond: {
    method: 'PUT',
    path: '/api/v1/accounts/:accountId/bond',
    summary:
      'Declares who owns the relationship with an account, and who stands in; it counts for its ' +
      'people after their own. Declared with nobody, it ends.',
    access: { roles: ['supervisor', 'administrator'], scope: 'bonds:write', reach: 'centre' },
    params: ofAccount,
    body: Type.Object({ ...Scope, ...Named }, strict),
    answer: Written,
  },
  getAccountBond: {
    method: 'GET',
    path: '/api/v1/accounts/:accountId/bond',
    summary: 'What is declared of the bond with an account.',
    access: readBonds,
    params: ofAccount,
    query: afterQuery,
    answer: Type.Object({ accountId: Text, declarations: Type.Array(AccountBond) }, strict),
  },
  getBond: {
    method: 'GET',
    path: '/api/v1/customers/:customerId/bond',
    summary: 'Who knows a customer; nobody yet, of one without a bond.',
    access: readBonds,
    params: ofCustomer,
    query: afterQuery,
    answer: Bond,
  },
  listBonds: {
    method: 'GET',
    path: '/api/v1/bonds',
    summary: 'Lists the bonds that an agent owns, by customer.',
    access: readBonds,
    query: listQuery({ ownerId: Text }),
    answer: page(Bond),
  },
  definePromise: {
    method: 'PUT',
    path: '/api/v1/promises/:promiseId',
    summary: 'Defines a promise, or replaces its terms.',
    access: plan,
    params: ofPromise,
    body: Type.Object(PromiseTerms, strict),
    answer: Written,
  },
  getPromise: {
    method: 'GET',
    path: '/api/v1/promises/:promiseId',
    summary: 'One promise.',
    access: readPromises,
    params: ofPromise,
    query: afterQuery,
    answer: PromiseRead,
  },
  listPromises: {
    method: 'GET',
    path: '/api/v1/promises',
    summary: 'Lists the promises, by id.',
    access: readPromises,
    query: listQuery({}),
    answer: page(PromiseRead),
  },
  defineCalendar: {
    method: 'PUT',
    path: '/api/v1/calendars/:calendarId',
    summary: 'Defines the hours in which promises count, or replaces them.',
    access: plan,
    params: ofCalendar,
    body: Type.Object(CalendarTerms, strict),
    answer: Written,
  },
  getCalendar: {
    method: 'GET',
    path: '/api/v1/calendars/:calendarId',
    summary: 'One calendar with its hours.',
    access: readPromises,
    params: ofCalendar,
    query: afterQuery,
    answer: Type.Object({ calendarId: Text, ...CalendarTerms }, strict),
  },
  listCalendars: {
    method: 'GET',
    path: '/api/v1/calendars',
    summary: 'Lists the calendars, by id, without their hours.',
    access: readPromises,
    query: listQuery({}),
    answer: page(Type.Object({ calendarId: Text, intervalCount: Type.Integer() }, strict)),
  },
} as const satisfies Readonly<Record<string, Route>>;
