import { asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import {
  CLOSE_CODES,
  type QueueState,
  SCOPES,
  type ServerMessage,
  type TopicName,
  TOPICS,
  type TopicParams,
  type TopicState,
} from '@rapport/protocol';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, revokeApiKey } from '../identity/api-keys.ts';
import { type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { liveClient, openSocket, type TestLiveClient } from '../testing/live-socket.ts';

let served: HttpCentre;
let commandCount = 0;
const clients: TestLiveClient[] = [];

beforeAll(async () => {
  served = await openHttpCentre();
  await give({
    type: 'define-promise',
    promiseId: asId('calls'),
    targetMs: 20_000,
    shareRatio: 0.8,
  });
});

afterAll(async () => {
  for (const client of clients) client.close();
  await served[Symbol.asyncDispose]();
});

async function give(command: Command): Promise<void> {
  const commandId = `test:${++commandCount}`;
  const outcome = await served.centre.host.execute(command, { commandId, actor: 'test' });
  expect(outcome.ok).toBe(true);
}

async function newAgent(id: string, skill: string): Promise<string> {
  const agentId = asId<'agent'>(id);
  const skills = [{ skill, level: 3 }];
  await give({ type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY });
  await give({ type: 'set-agent-state', agentId, state: 'ready' });
  return agentId;
}

const receive = (workId: string, skill: string): Promise<void> =>
  give({
    type: 'receive-work',
    workId: asId(workId),
    channel: 'phone',
    requirements: [{ skill, minLevel: 1 }],
    promiseId: asId('calls'),
  });

function connect(secret: string): TestLiveClient {
  const client = liveClient(() => served.address, secret);
  clients.push(client);
  return client;
}

/** Follows a topic and shows its latest state. */
function follow<Name extends TopicName>(
  client: TestLiveClient,
  topic: Name,
  params: TopicParams<Name>,
): { state: TopicState<Name> | undefined } {
  const seen: { state: TopicState<Name> | undefined } = { state: undefined };
  client.subscribe({ topic, params, onState: (state) => (seen.state = state) });
  return seen;
}

describe('my queue', () => {
  test('shows an offer as it is made, taken, finished; and the same as the route', async () => {
    const agentId = await newAgent('ted', 'billing');
    const secret = await served.keyWith(['work:read'], agentId);
    const seen = follow(connect(secret), 'my-queue', {});
    await expect.poll(() => seen.state).toEqual({ items: [] });
    await receive('work_1', 'billing');
    await expect.poll(() => seen.state?.items[0]?.status).toBe('offered');
    const after = served.centre.host.position;
    const ted = await served.callerWith(['work:read'], agentId);
    const route = await ted('GET', `/api/v1/me/queue?after=${after}`);
    expect(route.answer).toEqual(seen.state satisfies QueueState | undefined);
    const mine = { workId: asId<'work'>('work_1'), agentId: asId<'agent'>(agentId) };
    await give({ type: 'accept-offer', ...mine });
    await expect.poll(() => seen.state?.items[0]?.status).toBe('active');
    expect(seen.state?.items[0]).not.toHaveProperty('expiresAt');
    await give({ type: 'complete-work', ...mine });
    await expect.poll(() => seen.state).toEqual({ items: [] });
  });
});
