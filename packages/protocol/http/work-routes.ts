import { Type } from 'typebox';
import { EXPLANATION_LANGUAGES } from '../explanation-words.ts';
import { DESK_ROLES, INTAKE_ROLES, SERVING_ROLES } from './access.ts';
import { RUNGS } from '../live/alert.ts';
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
    matterId: Type.Optional({ ...Text, description: 'What it belongs together with.' }),
    pausedById: Type.Optional({
      ...Text,
      description: 'While it is put aside: for which other item of its matter.',
    }),
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

const STANDINGS = [
  'preferred',
  'handler',
  'topic-owner',
  'topic-deputy',
  'owner',
  'deputy',
  'earned',
  'account-owner',
  'account-deputy',
] as const;

/** How an item leaves somebody's hands unanswered. */
const ENDS = [
  'declined',
  'missed',
  'handed-on',
  'agent-not-ready',
  'agent-changed',
  'agent-absent',
  'agent-unreachable',
  'agent-full',
  'work-assigned',
  'matter-answered',
  'desk-resumed',
] as const;

/** What the desk decided about an item last, and why. */
const Explanation = Type.Object(
  {
    workId: Text,
    at: At,
    status: WorkStatus,
    since: At,
    agentId: Type.Optional(Text),
    reason: Type.Optional(
      Type.Object(
        {
          code: Type.Enum([
            'known-agent',
            'best-suited',
            'most-urgent',
            'interrupting',
            'nobody-free',
            'nobody-able',
            'reserved',
            'chosen',
            'paused',
          ]),
          byWorkId: Type.Optional({
            ...Text,
            description: 'Of what was put aside: for which item of its matter.',
          }),
          standing: Type.Optional(Type.Enum([...STANDINGS])),
          urgencyRatio: Type.Optional(
            Type.Number({ description: 'Waited over promised time when it was chosen.' }),
          ),
          agentIds: Type.Optional(
            Type.Array(Text, { description: 'Of what is reserved: for whom.' }),
          ),
          chanceRatio: Type.Optional(
            Type.Number({ description: 'How likely one of them was to be free in time.' }),
          ),
          insteadOfId: Type.Optional({ ...Text, description: 'Who could have taken it.' }),
        },
        strict,
      ),
    ),
    passedOver: Type.Array(
      Type.Object(
        {
          agentId: Text,
          standing: Type.Enum([...STANDINGS]),
          obstacle: Type.Enum([
            'lacks-skill',
            'refused',
            'asked-enough',
            'excluded',
            'absent',
            'signed-out',
            'not-ready',
            'unreachable',
            'busy',
            'full',
            'being-offered',
            'break-near',
            'shift-ends',
            'callback-near',
          ]),
          untilAt: Type.Optional(At),
          ended: Type.Optional({
            ...Type.Enum([...ENDS]),
            description: 'How it left his hands; of who may not be asked again yet.',
          }),
        },
        strict,
      ),
      { description: 'Who is known to the customer, came first, and was not asked.' },
    ),
    declined: Type.Optional(
      Type.Object(
        {
          agentId: Text,
          code: Type.Enum([...ENDS]),
          reason: Type.Optional(Text),
        },
        { ...strict, description: 'Whose hands it left last, and how.' },
      ),
    ),
    agreed: Type.Optional(
      Type.Object(
        { agreementId: Text, version: Type.Integer() },
        { ...strict, description: 'The version of an agreement that made its promise.' },
      ),
    ),
    promisedAt: Type.Optional({
      ...At,
      description: 'When something else was last promised for it than it had come in with.',
    }),
    credit: Type.Optional(
      Type.Object(
        { ownerId: Text, untilAt: At, namedPriority: Type.Optional(Type.Number()) },
        { ...strict, description: 'That its customer went before others as it came in.' },
      ),
    ),
    handedOn: Type.Optional(
      Type.Object(
        { at: At, waitedMs: Type.Integer({ description: 'Until then, in all its waits.' }) },
        {
          ...strict,
          description: 'When it was last handed on; what is promised for it counts from then.',
        },
      ),
    ),
    relaxed: Type.Optional(
      Type.Object(
        { step: Type.Enum(['site', 'level', 'skill']), at: At },
        { ...strict, description: 'What it has let go of last because it waited for long.' },
      ),
    ),
    alert: Type.Optional(
      Type.Object(
        {
          rung: Type.Enum([...RUNGS]),
          since: At,
          agentId: Type.Optional({ ...Text, description: 'Who was told first.' }),
          isEscalated: Type.Boolean({ description: 'Whether those who watch over it were told.' }),
          seenAt: Type.Optional(At),
        },
        { ...strict, description: 'That it is late or going to be, while nobody has answered it.' },
      ),
    ),
    dueAt: Type.Optional({
      ...At,
      description: 'By when it is promised; of what nobody has answered.',
    }),
    next: Type.Object(
      {
        code: Type.Enum([
          'release',
          'somebody-free',
          'somebody-able',
          'answer',
          'serve',
          'complete',
          'return',
          'call-back',
          'return-after',
          'none',
        ]),
        agentId: Type.Optional(Text),
        agentIds: Type.Optional(
          Type.Array(Text, { description: 'Of what is reserved: who gets it when free.' }),
        ),
        at: Type.Optional(At),
      },
      strict,
    ),
    piiText: Type.String({ description: 'The same in a few plain sentences.' }),
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
  explainWork: {
    method: 'GET',
    path: '/api/v1/work/:workId/explanation',
    summary:
      'Why an item is where it is, or was at a moment: who has it, why not others, what next.',
    access: read,
    params,
    query: Type.Object(
      {
        at: Type.Optional(At),
        audience: Type.Optional(
          Type.Enum(['agent', 'customer'], {
            default: 'agent',
            description: 'Customers are told who and when, and nobody’s reasons.',
          }),
        ),
        language: Type.Optional(Type.Enum([...EXPLANATION_LANGUAGES], { default: 'en' })),
        after: Type.Optional(Position),
      },
      strict,
    ),
    answer: Explanation,
  },
  seeAlert: {
    method: 'POST',
    path: '/api/v1/work/:workId/alert/seen',
    summary: 'The caller has seen the alert that he was told; nobody else is told of it.',
    access: serve,
    params,
    answer: Written,
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
    summary: 'Takes the customer back from hold, or takes up what was put off before its time.',
    access: serve,
    params,
    answer: Written,
  },
  deferWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/defer',
    summary:
      'Puts the caller’s item off until a moment. It weighs nothing meanwhile; then, or when the ' +
      'customer writes, it waits again, and the caller is asked first.',
    access: serve,
    params,
    body: Type.Object({ untilAt: At }, strict),
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
  extendWrapUp: {
    method: 'POST',
    path: '/api/v1/work/:workId/wrap-up/extensions',
    summary: "Gives the caller's wrap-up its time once more: twice at most, for a reason.",
    access: serve,
    params,
    body: Type.Object({ reason: Text }, strict),
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
