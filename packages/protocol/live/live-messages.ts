import { type Static, Type } from 'typebox';
import { At, Position, Text } from '../http/schemas.ts';
import { type TopicName, TOPICS } from './topics.ts';

const strict = { additionalProperties: false } as const;
const Topic = Type.Enum(Object.keys(TOPICS) as TopicName[]);

/** A subscription's name, the client's choice. */
const SubscriptionId = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: '^[\\w.:-]+$',
  description: 'Letters, digits, points, colons, hyphens and underscores.',
});

/** Begins to follow a topic, or replaces the subscription of that id. */
const Subscribe = Type.Object(
  {
    kind: Type.Literal('subscribe'),
    id: SubscriptionId,
    topic: Topic,
    params: Type.Optional(Type.Object({})),
    position: Type.Optional({
      ...Position,
      description: 'What the client has already; it gets what came after.',
    }),
  },
  strict,
);

const Unsubscribe = Type.Object({ kind: Type.Literal('unsubscribe'), id: SubscriptionId }, strict);

/** What a client may say, by kind. */
export const CLIENT_MESSAGES = { subscribe: Subscribe, unsubscribe: Unsubscribe } as const;

export type ClientMessage = Static<typeof Subscribe> | Static<typeof Unsubscribe>;

/** What the server says, by kind. */
export const SERVER_MESSAGES = {
  snapshot: Type.Object(
    {
      kind: Type.Literal('snapshot'),
      id: SubscriptionId,
      position: Position,
      state: Type.Unknown({ description: "The topic's `state`; it replaces what was known." }),
    },
    strict,
  ),
  delta: Type.Object(
    {
      kind: Type.Literal('delta'),
      id: SubscriptionId,
      position: Position,
      changes: Type.Unknown({ description: "The topic's `changes`, to what was known before." }),
    },
    strict,
  ),
  resync: Type.Object(
    {
      kind: Type.Literal('resync'),
      id: SubscriptionId,
      position: Position,
    },
    { ...strict, description: 'All that was missed has been sent, up to this position.' },
  ),
  heartbeat: Type.Object(
    { kind: Type.Literal('heartbeat'), position: Position, at: At },
    { ...strict, description: 'All up to this position that concerns the client has been sent.' },
  ),
  problem: Type.Object(
    {
      kind: Type.Literal('problem'),
      id: Type.Optional(SubscriptionId),
      type: Text,
      title: Type.String(),
      field: Type.Optional(Type.String()),
      expected: Type.Optional(Type.String()),
    },
    {
      ...strict,
      description: 'What was wrong; with an id, that subscription has not begun, or is over.',
    },
  ),
} as const;

type ServerMessages = typeof SERVER_MESSAGES;

export type ServerMessage = {
  readonly [Kind in keyof ServerMessages]: Static<ServerMessages[Kind]>;
}[keyof ServerMessages];

/** Why the server closed a connection. */
export const CLOSE_CODES = {
  /** The server stops; another one, or the same, is there in a moment. */
  restarting: 1012,
  /** Too many connections. */
  busy: 1013,
  /** Messages that mean nothing, again and again. */
  malformed: 4400,
  /** The key or session has ended, or may do something else now. */
  unauthenticated: 4401,
  /** Too many messages a second. */
  tooManyMessages: 4429,
} as const;
