import { Type } from 'typebox';
import { DESK_ROLES, INTAKE_ROLES, SERVING_ROLES } from './access.ts';
import type { Route } from './route.ts';
import {
  afterQuery,
  At,
  Channel,
  IntakeTerms,
  listQuery,
  page,
  Position,
  Requirement,
  Text,
  WorkStatus,
  Written,
} from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ workId: Text }, strict);
const serve = { roles: SERVING_ROLES, scope: 'work:serve', reach: 'self' } as const;
const read = { roles: DESK_ROLES, scope: 'work:read', reach: 'centre' } as const;

/** An item as agents and supervisors see it. */
const Work = Type.Object(
  {
    workId: Text,
    customerId: Type.Optional(Text),
    channel: Channel,
    promiseId: Text,
    priority: Type.Number(),
    status: WorkStatus,
    agentId: Type.Optional(Text),
    receivedAt: At,
    offerCount: Type.Integer(),
    answeredAt: Type.Optional(At),
    answeredBy: Type.Optional(Text),
    transferCount: Type.Integer(),
    closedAt: Type.Optional(At),
    disposition: Type.Optional(Text),
  },
  strict,
);

export const WORK_ROUTES = {
  receiveWork: {
    method: 'POST',
    path: '/api/v1/work',
    summary: 'Takes a new item in; it is offered at once if somebody able is available.',
    access: {
      roles: INTAKE_ROLES,
      scope: 'work:receive',
      reach: 'centre',
    },
    body: Type.Object(
      {
        channel: Channel,
        customerId: Type.Optional(Text),
        ...IntakeTerms,
      },
      strict,
    ),
    answer: Type.Object({ workId: Text, position: Position }, strict),
    status: 201,
  },
  listWork: {
    method: 'GET',
    path: '/api/v1/work',
    summary: 'Lists items, the latest arrival first.',
    access: read,
    query: listQuery({ status: Type.Optional(WorkStatus), agentId: Type.Optional(Text) }),
    answer: page(Work),
  },
  getWork: {
    method: 'GET',
    path: '/api/v1/work/:workId',
    summary: 'One item, open or closed.',
    access: read,
    params,
    query: afterQuery,
    answer: Work,
  },
  acceptOffer: {
    method: 'POST',
    path: '/api/v1/work/:workId/accept',
    summary: 'Takes the item that the caller is being offered.',
    access: serve,
    params,
    answer: Written,
  },
  declineOffer: {
    method: 'POST',
    path: '/api/v1/work/:workId/decline',
    summary: 'Does not take the item that the caller is being offered; it is offered on.',
    access: serve,
    params,
    body: Type.Object({ reason: Text }, strict),
    answer: Written,
  },
  transferWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/transfer',
    summary: "Hands the caller's item on, to a person or to whoever the rule chooses.",
    access: serve,
    params,
    body: Type.Object(
      {
        toAgentId: Type.Optional(Text),
        requirements: Type.Optional(Type.Array(Requirement, { maxItems: 20 })),
      },
      strict,
    ),
    answer: Written,
  },
  holdWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/hold',
    summary: 'Puts the customer on hold.',
    access: serve,
    params,
    answer: Written,
  },
  resumeWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/resume',
    summary: 'Takes the customer back from hold.',
    access: serve,
    params,
    answer: Written,
  },
  wrapUpWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/wrap-up',
    summary: 'Ends the exchange; what is left to write down follows.',
    access: serve,
    params,
    answer: Written,
  },
  completeWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/complete',
    summary: "Finishes the caller's item.",
    access: serve,
    params,
    body: Type.Object({ disposition: Type.Optional(Text) }, strict),
    answer: Written,
  },
  abandonWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/abandon',
    summary: 'The customer gave up before anybody answered.',
    access: {
      roles: ['attendant', 'supervisor', 'administrator'],
      scope: 'work:receive',
      reach: 'centre',
    },
    params,
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
