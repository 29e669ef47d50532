import { Type } from 'typebox';
import { ATTACHMENTS_MAX } from './attachment.ts';
import { Identity, Line, Words } from './customer-schemas.ts';
import { Message } from './message.ts';
import { CUSTOMER_ROLES, INTAKE_ROLES, SERVING_ROLES } from './access.ts';
import type { Route } from './route.ts';
import {
  afterQuery,
  At,
  Channel,
  IntakeTerms,
  listQuery,
  ORDINAL_MAX,
  page,
  Position,
  Text,
  WorkStatus,
  Written,
} from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ interactionId: Text }, strict);
const read = {
  roles: CUSTOMER_ROLES,
  scope: 'interactions:read',
  reach: 'conversation',
} as const;
const speak = {
  roles: SERVING_ROLES,
  scope: 'interactions:write',
  reach: 'conversation',
} as const;

/** An exchange with a customer, and how its item stands. */
const Interaction = Type.Object(
  {
    interactionId: Text,
    workId: Text,
    customerId: Type.Optional(Text),
    channel: Channel,
    piiSubject: Type.Optional(Type.String()),
    matterId: Type.Optional({ ...Text, description: 'What its item belongs together with.' }),
    isPaused: Type.Optional(
      Type.Literal(true, { description: 'While it is put aside for another of its matter.' }),
    ),
    startedAt: At,
    messageCount: Type.Integer(),
    status: WorkStatus,
    agentId: Type.Optional(Text),
    answeredBy: Type.Optional(Text),
    endedAt: Type.Optional(At),
    disposition: Type.Optional(Text),
  },
  strict,
);

export const INTERACTION_ROUTES = {
  receiveInteraction: {
    method: 'POST',
    path: '/api/v1/interactions',
    summary: 'Takes an interaction in with its first words, and offers its item if somebody can.',
    access: {
      roles: INTAKE_ROLES,
      scope: 'interactions:write',
      reach: 'centre',
    },
    body: Type.Object(
      {
        channel: Channel,
        customerId: Type.Optional(Text),
        identity: Type.Optional(Identity),
        piiSubject: Type.Optional(Line),
        piiText: Type.Optional(Words),
        ...IntakeTerms,
      },
      strict,
    ),
    answer: Type.Object(
      {
        interactionId: Text,
        workId: Text,
        customerId: Type.Optional(Text),
        position: Position,
      },
      strict,
    ),
    status: 201,
  },
  listInteractions: {
    method: 'GET',
    path: '/api/v1/interactions',
    summary: 'Lists interactions, the latest first; agents name a customer or an item.',
    access: read,
    query: listQuery({ customerId: Type.Optional(Text), workId: Type.Optional(Text) }),
    answer: page(Interaction),
  },
  getInteraction: {
    method: 'GET',
    path: '/api/v1/interactions/:interactionId',
    summary: 'One interaction, open or over.',
    access: read,
    params,
    query: afterQuery,
    answer: Interaction,
  },
  listMessages: {
    method: 'GET',
    path: '/api/v1/interactions/:interactionId/messages',
    summary: 'Lists what was said, in order.',
    access: read,
    params,
    query: listQuery({
      afterOrdinal: Type.Optional(Type.Integer({ minimum: 0, maximum: ORDINAL_MAX })),
    }),
    answer: page(Message),
  },
  addMessage: {
    method: 'POST',
    path: '/api/v1/interactions/:interactionId/messages',
    summary:
      'Says something: as the agent who carries the item, or with a key that acts as no agent ' +
      'what the customer said.',
    access: speak,
    params,
    body: Type.Object(
      {
        piiText: Words,
        isNote: Type.Optional(Type.Boolean()),
        attachments: Type.Optional(
          Type.Array(Type.Object({ attachmentId: Text, piiName: Line }, strict), {
            maxItems: ATTACHMENTS_MAX,
            description: 'Files that were taken in before.',
          }),
        ),
        from: Type.Optional(Type.Enum(['customer'])),
      },
      strict,
    ),
    answer: Type.Object({ messageId: Text, ordinal: Type.Integer({ minimum: 1 }) }, strict),
    status: 201,
  },
  endInteraction: {
    method: 'POST',
    path: '/api/v1/interactions/:interactionId/end',
    summary:
      'The exchange is over: wrap-up begins, or nobody had answered and the item is abandoned. ' +
      'One that is over stays so.',
    access: speak,
    params,
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
