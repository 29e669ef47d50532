import { type Static, Type } from 'typebox';
import { Attachment, ATTACHMENT_BYTES_MAX } from './attachment.ts';
import { Line, Words } from './customer-schemas.ts';
import { EntryId, EntryTheme } from './entry-point-routes.ts';
import type { Route } from './route.ts';
import { At, Done, Name, Text } from './schemas.ts';
import { Email } from './session-routes.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ entryId: EntryId }, strict);
const Count = Type.Integer({ minimum: 0 });
const DurationMs = Type.Integer({ minimum: 0 });

/** Above it no thread has messages: they are counted by exchange, of which there are 2³¹. */
const MESSAGE_NUMBER_MAX = 2_147_483_647_999_999;

/** What a visitor says, at most. */
export const VISITOR_TEXT_MAX = 4_000;
/** Files that one of his messages brings. */
const VISITOR_FILES_MAX = 5;
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
    from: Type.Enum(['customer', 'agent', 'centre'], {
      description: '`centre`: by itself, in nobody’s name.',
    }),
    agentName: Type.Optional(Name),
    piiText: Type.Optional(Type.String({ description: 'Absent when the words were erased.' })),
    attachments: Type.Optional(Type.Array(Attachment)),
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
    callback: Type.Optional(
      Type.Object(
        {
          dueAt: { ...At, description: 'When he is called, or was to be.' },
          attempt: Type.Integer({ minimum: 1, description: 'Which one it is, from 1.' }),
          state: Type.Enum(['promised', 'due', 'calling'], {
            description: 'Whether the moment is still to come, has come, or he is being called.',
          }),
        },
        { ...strict, description: 'That `agentName` calls, as was promised.' },
      ),
    ),
  },
  strict,
);

const Thread = Type.Object(
  {
    version: Type.String({ description: 'Another one when anything here is another.' }),
    messages: Type.Array(VisitorMessage),
    hasMore: Type.Boolean({ description: 'Read on after the last number.' }),
    isTyping: Type.Boolean({ description: 'Whoever serves it is writing at this moment.' }),
    readNumber: { ...Count, description: 'Whoever serves it has read up to there.' },
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
        afterNumber: Type.Optional(Type.Integer({ minimum: 0, maximum: MESSAGE_NUMBER_MAX })),
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
        attachments: Type.Optional(
          Type.Array(
            Type.Object(
              {
                attachmentId: Attachment.properties.attachmentId,
                piiName: Attachment.properties.piiName,
              },
              strict,
            ),
            { maxItems: VISITOR_FILES_MAX, description: 'Files that he has sent before.' },
          ),
        ),
      },
      strict,
    ),
    answer: Type.Object({ number: Type.Integer({ minimum: 1 }) }, strict),
    status: 201,
  },
  typeAsVisitor: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/typing',
    summary:
      'The visitor is writing at this moment. It is shown for six seconds, and kept nowhere.',
    access: 'visitor',
    params,
    answer: Done,
  },
  readAsVisitor: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/read',
    summary: 'The visitor has seen what was said to him, up to this number.',
    access: 'visitor',
    params,
    body: Type.Object(
      { number: Type.Integer({ minimum: 1, maximum: MESSAGE_NUMBER_MAX }) },
      strict,
    ),
    answer: Done,
  },
  attachAsVisitor: {
    method: 'POST',
    path: '/api/v1/visitor/:entryId/files',
    summary:
      'Takes a file in, for what the visitor says next. What nobody has named after a day is gone.',
    access: 'visitor',
    params,
    upload: 'application/octet-stream',
    body: Type.Unsafe<AsyncIterable<Uint8Array>>({
      type: 'string',
      description: `The file, at most ${ATTACHMENT_BYTES_MAX.toLocaleString('en')} bytes: a picture, PDF, text or office document.`,
    }),
    answer: Type.Object(
      {
        attachmentId: Attachment.properties.attachmentId,
        contentType: Attachment.properties.contentType,
        sizeBytes: Attachment.properties.sizeBytes,
      },
      strict,
    ),
    status: 201,
  },
  getVisitorFile: {
    method: 'GET',
    path: '/api/v1/visitor/:entryId/files/:attachmentId',
    summary: 'A file of this thread, to be kept and not shown: it comes as a download.',
    access: 'visitor',
    params: Type.Object({ entryId: EntryId, attachmentId: Text }, strict),
    isDownload: true,
    answer: Type.Unsafe<Uint8Array>({ type: 'string', description: 'The file.' }),
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
