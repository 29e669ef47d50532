import { Type } from 'typebox';
import { Identity, Line, Words } from './customer-schemas.ts';
import type { Route } from './route.ts';
import { Channel, Position, Requirement, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;

export const INTERACTION_ROUTES = {
  receiveInteraction: {
    method: 'POST',
    path: '/api/v1/interactions',
    summary: 'Takes an interaction in with its first words, and offers its item if somebody can.',
    access: {
      roles: ['attendant', 'agent', 'supervisor', 'administrator'],
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
        requirements: Type.Array(Requirement, { maxItems: 20 }),
        isProficiencyFirst: Type.Optional(Type.Boolean()),
        promiseId: Text,
        priority: Type.Optional(Type.Number({ minimum: -10, maximum: 10 })),
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
} as const satisfies Readonly<Record<string, Route>>;
