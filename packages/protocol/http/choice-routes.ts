import { type Static, Type } from 'typebox';
import { DESK_ROLES, INTAKE_ROLES } from './access.ts';
import { CallbackChoice, PromisedCallback } from './callback-routes.ts';
import { EntryId } from './entry-point-routes.ts';
import type { Route } from './route.ts';
import { afterQuery, At, Done, Name, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ workId: Text }, strict);
const visitorParams = Type.Object({ entryId: EntryId }, strict);
const DurationMs = Type.Integer({ minimum: 0 });

/** How long somebody is waited for, where that is known. */
const Wait = Type.Object(
  {
    evenMs: { ...DurationMs, description: 'Even chances that it is over by then.' },
    longMs: { ...DurationMs, description: 'Nine of ten that it is.' },
  },
  strict,
);

/** For whom a customer who waits may wait; none while somebody is being asked, or has it. */
const Choices = Type.Object(
  {
    agents: Type.Array(
      Type.Object(
        {
          agentId: Text,
          piiName: Name,
          wait: Type.Optional(Wait),
          keptUntilAt: { ...At, description: 'Until when it would be kept for this one.' },
        },
        strict,
      ),
      {
        description:
          'Who knows the customer and is expected, in the order in which they are asked.',
      },
    ),
    anybodyMs: Type.Optional({
      ...DurationMs,
      description: 'How long until somebody can take it, whoever it is; absent where nobody knows.',
    }),
    chosenId: Type.Optional({ ...Text, description: 'For whom it is kept by choice.' }),
    keptUntilAt: Type.Optional({ ...At, description: 'Until when it is.' }),
    callbacks: Type.Array(CallbackChoice, {
      description:
        'Who could call him instead, and when; none where the centre calls nobody, or while he is being served.',
    }),
    callback: Type.Optional(PromisedCallback),
  },
  strict,
);

export type WaitChoices = Static<typeof Choices>;

const body = Type.Object(
  {
    agentId: Type.Optional({
      ...Text,
      description: 'For him alone; left out, for whoever is free first.',
    }),
  },
  strict,
);

export const CHOICE_ROUTES = {
  getChoices: {
    method: 'GET',
    path: '/api/v1/work/:workId/choices',
    summary: 'For whom the customer of a waiting item may wait, and how long that takes.',
    access: { roles: DESK_ROLES, scope: 'work:read', reach: 'centre' },
    params,
    query: afterQuery,
    answer: Choices,
  },
  chooseWait: {
    method: 'POST',
    path: '/api/v1/work/:workId/choice',
    summary: 'The customer of a waiting item chose for whom he waits; the last choice counts.',
    access: { roles: INTAKE_ROLES, scope: 'work:receive', reach: 'centre' },
    params,
    body,
    answer: Written,
  },
  getVisitorChoices: {
    method: 'GET',
    path: '/api/v1/visitor/:entryId/choices',
    summary: 'For whom the visitor may wait, of those who know him, and how long that takes.',
    access: 'visitor',
    params: visitorParams,
    answer: Choices,
  },
  chooseAsVisitor: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/choice',
    summary: 'The visitor says for whom he waits; the last choice counts.',
    access: 'visitor',
    params: visitorParams,
    body,
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
