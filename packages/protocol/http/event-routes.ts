import { type Static, Type } from 'typebox';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';
import { ONE_LINE, Position, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;

/** How events are sent: alone, as a batch, or alone with everything but the data in headers. */
export const EVENT_CONTENT = {
  single: 'application/cloudevents+json',
  batch: 'application/cloudevents-batch+json',
  binary: 'application/json',
} as const;

export const EVENT_BATCH_MAX = 100;

const Attribute = Type.String({
  minLength: 1,
  maxLength: 1_000,
  pattern: '^[^\\p{Cc}\\p{Cs}]+$',
  description: ONE_LINE,
});

/** What another system noticed, as CloudEvents 1.0 has it; attributes that nobody needs are let be. */
export const ForeignEvent = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Attribute,
  source: Attribute,
  type: Attribute,
  datacontenttype: Type.Optional(
    Type.String({
      pattern: '^application/json( *;.*)?$',
      description: 'The media type application/json.',
    }),
  ),
  // An interaction that nobody began: its channel is always autolog.
  data: Type.Omit(INTERACTION_ROUTES.receiveInteraction.body, ['channel'], strict),
});

export type ForeignEvent = Static<typeof ForeignEvent>;

/** What came of one event: where it is now, or what was wrong with it. */
const Result = Type.Object(
  {
    id: Type.Optional(Type.String()),
    source: Type.Optional(Type.String()),
    interactionId: Type.Optional(Text),
    workId: Type.Optional(Text),
    customerId: Type.Optional(Text),
    position: Type.Optional(Position),
    problem: Type.Optional(Type.Object(Problem.properties)),
  },
  strict,
);

export const EVENT_ROUTES = {
  receiveEvents: {
    method: 'POST',
    path: '/api/v1/events',
    summary: 'Takes CloudEvents of other systems in, each as an interaction with its work.',
    access: { roles: [], scope: 'events:write', reach: 'centre' },
    contentTypes: Object.values(EVENT_CONTENT),
    body: Type.Union([
      ForeignEvent,
      Type.Array(Type.Unknown(), {
        minItems: 1,
        maxItems: EVENT_BATCH_MAX,
        description: 'A batch; each event of it gets its own result.',
      }),
    ]),
    answer: Type.Object({ results: Type.Array(Result) }, strict),
  },
} as const satisfies Readonly<Record<string, Route>>;
