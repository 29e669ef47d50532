import { Type } from 'typebox';
import { NoticesState } from '../live/notices.ts';
import { TOPICS } from '../live/topics.ts';
import { type Access, SERVING_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { Done, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const watch = {
  roles: ['supervisor', 'administrator'],
  scope: 'agents:write',
  reach: 'teams',
} as const satisfies Access;

/** What supervisors tell agents. */
export const NOTICE_ROUTES = {
  sendNotice: {
    method: 'POST',
    path: '/api/v1/agents/:agentId/notices',
    summary: 'Tells an agent something; it stands on his desk until he has read it.',
    access: watch,
    params: Type.Object({ agentId: Text }, strict),
    body: Type.Object(
      {
        piiText: Type.String({
          minLength: 1,
          maxLength: 1_000,
          pattern: '^[^\\u0000\\p{Cs}]*[^\\s\\u0000\\p{Cs}][^\\u0000\\p{Cs}]*$',
          description: 'Some words, without zero bytes and halves of characters.',
        }),
      },
      strict,
    ),
    answer: Type.Object({ noticeId: Text }, strict),
    status: 201,
  },
  takeNoticeBack: {
    method: 'DELETE',
    path: '/api/v1/agents/:agentId/notices/:noticeId',
    summary: 'Takes back what the caller told an agent, while he has not read it.',
    access: watch,
    params: Type.Object({ agentId: Text, noticeId: Text }, strict),
    answer: Done,
  },
  listMyNotices: {
    method: 'GET',
    path: '/api/v1/me/notices',
    summary: TOPICS['my-notices'].summary,
    access: TOPICS['my-notices'].access,
    answer: NoticesState,
  },
  readNotice: {
    method: 'POST',
    path: '/api/v1/me/notices/:noticeId/read',
    summary: 'The caller has read what he was told; its words are forgotten.',
    access: { roles: SERVING_ROLES, scope: 'work:serve', reach: 'self' },
    params: Type.Object({ noticeId: Text }, strict),
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
