import { Type } from 'typebox';
import { CUSTOMER_ROLES, SERVING_ROLES } from './access.ts';
import { Attachment, ATTACHMENT_BYTES_MAX } from './attachment.ts';
import type { Route } from './route.ts';
import { Done, ORDINAL_MAX, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ interactionId: Text }, strict);
const speak = {
  roles: SERVING_ROLES,
  scope: 'interactions:write',
  reach: 'conversation',
} as const;
const { attachmentId, contentType, sizeBytes } = Attachment.properties;
const From = Type.Optional(
  Type.Enum(['customer'], { description: 'By a key that acts as no agent: for the customer.' }),
);

/** What goes on around the words of an interaction. */
export const CONVERSATION_ROUTES = {
  markRead: {
    method: 'POST',
    path: '/api/v1/interactions/:interactionId/read',
    summary:
      'What was said has been read up to there, by whoever carries the item or the customer.',
    access: speak,
    params,
    body: Type.Object(
      { ordinal: Type.Integer({ minimum: 1, maximum: ORDINAL_MAX }), from: From },
      strict,
    ),
    answer: Done,
  },
  tellTyping: {
    method: 'POST',
    path: '/api/v1/interactions/:interactionId/typing',
    summary: 'Somebody is writing at this moment. It is shown for six seconds, and kept nowhere.',
    access: speak,
    params,
    body: Type.Object({ from: From }, strict),
    answer: Done,
  },
  askForHelp: {
    method: 'POST',
    path: '/api/v1/interactions/:interactionId/help',
    summary:
      'Asks a colleague to read along and to leave notes; the item stays with whoever carries it.',
    access: speak,
    params,
    body: Type.Object({ agentId: Text }, strict),
    answer: Done,
  },
  endHelp: {
    method: 'POST',
    path: '/api/v1/interactions/:interactionId/help/end',
    summary: 'A colleague helps no longer: the caller himself, or whom the carrier names.',
    access: speak,
    params,
    body: Type.Object({ agentId: Type.Optional(Text) }, strict),
    answer: Done,
  },
  addAttachment: {
    method: 'POST',
    path: '/api/v1/interactions/:interactionId/attachments',
    summary:
      'Takes a file in, for the message that names it next. Only its own author sees it before.',
    access: speak,
    params,
    query: Type.Object({ from: From }, strict),
    upload: 'application/octet-stream',
    body: Type.Unsafe<AsyncIterable<Uint8Array>>({
      type: 'string',
      description: `The file, at most ${ATTACHMENT_BYTES_MAX.toLocaleString('en')} bytes: a picture, PDF, text or office document.`,
    }),
    answer: Type.Object({ attachmentId, contentType, sizeBytes }, strict),
    status: 201,
  },
  getAttachment: {
    method: 'GET',
    path: '/api/v1/interactions/:interactionId/attachments/:attachmentId',
    summary: 'A file of a conversation, to be kept and not shown: it comes as a download.',
    access: { roles: CUSTOMER_ROLES, scope: 'interactions:read', reach: 'conversation' },
    params: Type.Object({ interactionId: Text, attachmentId: Text }, strict),
    isDownload: true,
    answer: Type.Unsafe<Uint8Array>({ type: 'string', description: 'The file.' }),
  },
} as const satisfies Readonly<Record<string, Route>>;
