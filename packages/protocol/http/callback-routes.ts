import { type Static, Type } from 'typebox';
import { INTAKE_ROLES, SERVING_ROLES } from './access.ts';
import { EntryId } from './entry-point-routes.ts';
import type { Route } from './route.ts';
import { At, Done, Name, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ workId: Text }, strict);
const visitorParams = Type.Object({ entryId: EntryId }, strict);
const intake = { roles: INTAKE_ROLES, scope: 'work:receive', reach: 'centre' } as const;

const PHONE_LENGTH_MAX = 40;

/** A telephone number as somebody writes it. */
const Phone = Type.String({
  minLength: 1,
  maxLength: PHONE_LENGTH_MAX,
  pattern: '^[^\\p{Cc}\\p{Cs}]+$',
  description: 'A telephone number, in one line.',
});

/** Who could call the customer, and when. */
export const CallbackChoice = Type.Object(
  {
    agentId: Text,
    piiName: Name,
    moments: Type.Array(At, { description: 'At which he could call; the earliest first.' }),
  },
  strict,
);

/** A call that was promised. */
export const PromisedCallback = Type.Object(
  {
    agentId: Text,
    piiName: Name,
    dueAt: At,
    attempt: Type.Integer({ minimum: 1, description: 'Which one it is, from 1.' }),
    attemptMax: Type.Integer({ minimum: 1, description: 'How many there are at most.' }),
    piiPhone: Type.Optional({
      ...Phone,
      description: 'The number that is called, with its country; for the visitor who gave it.',
    }),
  },
  strict,
);

const body = Type.Object(
  {
    agentId: { ...Text, description: 'Who calls: one of those whom the choices name.' },
    dueAt: { ...At, description: 'When; one of his moments, or another at which he is free.' },
    piiPhone: Type.Optional({
      ...Phone,
      description:
        'Where he is called: with its country, or as it is written in the region of the centre, which says what countries it calls. Left out, the number that was given before.',
    }),
  },
  strict,
);

export type CallbackChoice = Static<typeof CallbackChoice>;
export type PromisedCallback = Static<typeof PromisedCallback>;
export type AskedCallback = Static<typeof body>;

export const CALLBACK_ROUTES = {
  promiseCallback: {
    method: 'POST',
    path: '/api/v1/work/:workId/callback',
    summary:
      'Promises the customer of a waiting item a call by one who knows him; of one that is promised already, another.',
    access: intake,
    params,
    body,
    answer: Written,
  },
  cancelCallback: {
    method: 'POST',
    path: '/api/v1/work/:workId/callback/cancel',
    summary: 'The customer wants no call any more: his item waits again.',
    access: intake,
    params,
    answer: Written,
  },
  noteNoAnswer: {
    method: 'POST',
    path: '/api/v1/work/:workId/no-answer',
    summary:
      'The caller called as promised and nobody answered: he tries again later; the last time, it is done.',
    access: { roles: SERVING_ROLES, scope: 'work:serve', reach: 'self' },
    params,
    answer: Written,
  },
  promiseVisitorCallback: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/callback',
    summary: 'The visitor has one who knows him call at a moment; chosen again, another.',
    access: 'visitor',
    params: visitorParams,
    body,
    answer: Done,
  },
  cancelVisitorCallback: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/callback/cancel',
    summary: 'The visitor wants no call any more, and waits again.',
    access: 'visitor',
    params: visitorParams,
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
