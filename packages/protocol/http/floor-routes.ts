import { Type } from 'typebox';
import { QueueState } from '../live/my-queue.ts';
import { TOPICS } from '../live/topics.ts';
import { WallboardState } from '../live/wallboard.ts';
import { DESK_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { afterQuery, At, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;

const waiting = {
  waitingCount: Type.Integer({ minimum: 0 }),
  waitingSince: Type.Optional({
    ...At,
    description: 'Since when the longest of these waits: its receipt, else its last transfer.',
  }),
};

export const FLOOR_ROUTES = {
  getMyQueue: {
    method: 'GET',
    path: '/api/v1/me/queue',
    summary: TOPICS['my-queue'].summary,
    access: TOPICS['my-queue'].access,
    query: afterQuery,
    answer: QueueState,
  },
  listQueues: {
    method: 'GET',
    path: '/api/v1/queues',
    summary: "The agents' personal queues, the fullest first, and the pool of everything else.",
    access: {
      roles: DESK_ROLES,
      scope: 'floor:read',
      reach: 'centre',
    },
    query: afterQuery,
    answer: Type.Object(
      {
        pool: Type.Object(waiting, {
          ...strict,
          description: 'Waiting items of customers whom nobody owns.',
        }),
        personal: Type.Array(Type.Object({ agentId: Text, ...waiting }, strict), {
          description: 'Waiting items of the customers whom an agent owns; without the empty ones.',
        }),
      },
      strict,
    ),
  },
  getWallboard: {
    method: 'GET',
    path: '/api/v1/wallboard',
    summary: "The centre's figures now.",
    access: TOPICS.wallboard.access,
    answer: WallboardState,
  },
} as const satisfies Readonly<Record<string, Route>>;
