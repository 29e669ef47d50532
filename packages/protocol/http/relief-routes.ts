import { Type } from 'typebox';
import type { Access } from './access.ts';
import type { Route } from './route.ts';
import { Position, Text, Written } from './schemas.ts';
import { WORK_ROUTES } from './work-routes.ts';

const params = Type.Object({ agentId: Text, workId: Text }, { additionalProperties: false });
const access = {
  roles: ['supervisor', 'administrator'],
  scope: 'agents:write',
  reach: 'teams',
} as const satisfies Access;

/** What is done with an item in the hands of an agent who does not do it himself. */
export const RELIEF_ROUTES = {
  takeWorkOver: {
    method: 'POST',
    path: '/api/v1/agents/:agentId/work/:workId/transfer',
    summary: 'Hands on an item that an agent carries, on his behalf: when he is ill, or has left.',
    access,
    params,
    body: WORK_ROUTES.transferWork.body,
    answer: Written,
  },
  completeForAgent: {
    method: 'POST',
    path: '/api/v1/agents/:agentId/work/:workId/complete',
    summary: 'Finishes an item that an agent carries, on his behalf: when he forgot his wrap-up.',
    access,
    params,
    body: WORK_ROUTES.completeWork.body,
    answer: Written,
  },
  assignWork: {
    method: 'POST',
    path: '/api/v1/agents/:agentId/work/:workId/assign',
    summary:
      'Names an item that nobody has answered for an agent: he is asked first, at once if he can take it.',
    access,
    params,
    answer: Written,
  },
  changeWorkPromise: {
    method: 'PUT',
    path: '/api/v1/work/:workId/promise',
    summary:
      'Promises something else for an open item; the answer names what was promised before, to undo it.',
    access: { ...access, reach: 'centre' },
    params: Type.Object({ workId: Text }, { additionalProperties: false }),
    body: Type.Object({ promiseId: Text }, { additionalProperties: false }),
    answer: Type.Object({ position: Position, beforeId: Text }, { additionalProperties: false }),
  },
  acknowledgeAlert: {
    method: 'POST',
    path: '/api/v1/work/:workId/alert/acknowledge',
    summary: 'Somebody who watches over an item has seen that it is late or going to be.',
    access: { ...access, reach: 'centre' },
    params: Type.Object({ workId: Text }, { additionalProperties: false }),
    answer: Written,
  },
  releaseWork: {
    method: 'POST',
    path: '/api/v1/work/:workId/release',
    summary: 'Lets an item that nobody has answered be for whoever the rule chooses.',
    access: { ...access, reach: 'centre' },
    params: Type.Object({ workId: Text }, { additionalProperties: false }),
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
