import { Type } from 'typebox';
import { CUSTOMER_ROLES, DESK_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { afterQuery, Interval, listQuery, page, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const ofCustomer = Type.Object({ customerId: Text }, strict);
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

/** Who knows a customer. */
const Bond = Type.Object(
  {
    customerId: Text,
    ownerId: Type.Optional(Text),
    deputyIds: Type.Array(Text),
    earned: Type.Array(Type.Object({ agentId: Text, strength: Type.Number() }, strict)),
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
const PromiseRead = Type.Object({ promiseId: Text, ...PromiseTerms }, strict);

export const BOND_ROUTES = {
  changeBond: {
    method: 'PUT',
    path: '/api/v1/customers/:customerId/bond',
    summary: 'Declares who owns the relationship with a customer, and who stands in.',
    access: { roles: ['supervisor', 'administrator'], scope: 'bonds:write', reach: 'centre' },
    params: ofCustomer,
    body: Type.Object(
      { ownerId: Type.Optional(Text), deputyIds: Type.Array(Text, { maxItems: 5 }) },
      strict,
    ),
    answer: Written,
  },
  getBond: {
    method: 'GET',
    path: '/api/v1/customers/:customerId/bond',
    summary: 'Who knows a customer.',
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
