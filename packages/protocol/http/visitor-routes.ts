import { type Static, Type } from 'typebox';
import { Line, Words } from './customer-schemas.ts';
import { EntryId, EntryTheme } from './entry-point-routes.ts';
import type { Route } from './route.ts';
import { At, Done, Name } from './schemas.ts';
import { Email } from './session-routes.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ entryId: EntryId }, strict);
const Count = Type.Integer({ minimum: 0 });
const DurationMs = Type.Integer({ minimum: 0 });

/** What a visitor says, at most. */
export const VISITOR_TEXT_MAX = 4_000;
/** How long a read may wait for news. */
export const VISITOR_WAIT_MS_MAX = 25_000;

/** How long it may take, from what was measured; without a basis there is no figure. */
const Outlook = Type.Object(
  {
    isStaffed: Type.Boolean({ description: 'Somebody who can serve it is ready.' }),
    opensAt: Type.Optional({
      ...At,
      description: 'While it is closed: when service begins again.',
    }),
    aheadCount: { ...Count, description: 'Who waits on this channel, and came before.' },
    wait: Type.Optional(
      Type.Object(
        {
          medianMs: DurationMs,
          p80Ms: { ...DurationMs, description: 'Eight of ten waited no longer.' },
          answeredCount: { ...Count, description: 'Answered within the last hour: the basis.' },
        },
        strict,
      ),
    ),
  },
  strict,
);

/** What was said, as the visitor may see it. */
const VisitorMessage = Type.Object(
  {
    number: Type.Integer({ minimum: 1, description: 'Rises from message to message, with gaps.' }),
    from: Type.Enum(['customer', 'agent']),
    agentName: Type.Optional(Name),
    piiText: Type.Optional(Type.String({ description: 'Absent when the words were erased.' })),
    at: At,
  },
  strict,
);

/** How it goes with what the visitor brought last. */
const Progress = Type.Object(
  {
    status: Type.Enum(['waiting', 'with', 'over']),
    receivedAt: At,
    dueAt: Type.Optional({ ...At, description: 'By when an answer was promised.' }),
    acceptedAt: Type.Optional(At),
    answeredAt: Type.Optional({ ...At, description: 'When it was first replied to.' }),
    overAt: Type.Optional(At),
    agentName: Type.Optional({ ...Name, description: 'Who serves it, or did.' }),
    piiSubject: Type.Optional(Type.String()),
  },
  strict,
);

const Thread = Type.Object(
  {
    version: Type.String({ description: 'Another one when anything here is another.' }),
    messages: Type.Array(VisitorMessage),
    hasMore: Type.Boolean({ description: 'Read on after the last number.' }),
    progress: Type.Optional(Progress),
    outlook: Outlook,
  },
  strict,
);

const Entry = Type.Object(
  {
    name: Name,
    channel: Type.Enum(['chat', 'web']),
    isOpen: Type.Boolean(),
    greeting: Type.Optional(Type.String()),
    theme: EntryTheme,
    outlook: Outlook,
  },
  strict,
);

export type VisitorEntry = Static<typeof Entry>;
export type VisitorThread = Static<typeof Thread>;
export type VisitorMessage = Static<typeof VisitorMessage>;
export type VisitorProgress = Static<typeof Progress>;
export type VisitorOutlook = Static<typeof Outlook>;

export const VISITOR_ROUTES = {
  getVisitorEntry: {
    method: 'GET',
    path: '/api/v1/visitor/:entryId',
    summary: 'What a visitor of an entry point sees before he says anything.',
    access: 'visitor',
    params,
    answer: Entry,
  },
  getVisitorThread: {
    method: 'GET',
    path: '/api/v1/visitor/:entryId/thread',
    summary:
      'The thread of this token: an empty one before anything was said. With the version that is ' +
      'known, the answer waits until there is another one, or the time is over.',
    access: 'visitor',
    params,
    query: Type.Object(
      {
        afterNumber: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
        known: Type.Optional(Type.String({ maxLength: 64 })),
        waitMs: Type.Optional(Type.Integer({ minimum: 0, maximum: VISITOR_WAIT_MS_MAX })),
      },
      strict,
    ),
    answer: Thread,
  },
  sayAsVisitor: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/messages',
    summary:
      'Says something in the thread of this token, which begins with it. Where the last exchange is ' +
      'over, new work of the same customer begins. With the same Idempotency-Key it is said once.',
    access: 'visitor',
    params,
    body: Type.Object(
      {
        piiText: { ...Words, maxLength: VISITOR_TEXT_MAX },
        piiSubject: Type.Optional(Line),
        piiName: Type.Optional(Name),
        piiEmail: Type.Optional(Email),
      },
      strict,
    ),
    answer: Type.Object({ number: Type.Integer({ minimum: 1 }) }, strict),
    status: 201,
  },
  endAsVisitor: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/end',
    summary: 'The visitor ends the exchange; one that is over stays so.',
    access: 'visitor',
    params,
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
