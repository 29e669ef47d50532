import { randomBytes } from 'node:crypto';
import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, callerAs, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let key: Caller;
let ted: string;
let ann: string;

beforeAll(async () => {
  served = await openHttpCentre();
  key = await served.callerWith(SCOPES);
  [ted = '', ann = ''] = await Promise.all(['Ted', 'Ann'].map(newAgent));
  await key('PUT', '/api/v1/promises/calls', { body: { targetMs: 20_000, shareRatio: 0.8 } });
  const bond = { ownerId: ted, deputyIds: [ann] };
  await key('PUT', '/api/v1/customers/acme/bond', { body: bond });
  for (const agentId of [ted, ann]) await serveSomebodyElse(agentId);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function newAgent(piiName: string): Promise<string> {
  const { answer } = await key('POST', '/api/v1/agents', { body: { piiName, skills: [] } });
  return String(answer['agentId']);
}

async function newItem(customerId?: string): Promise<string> {
  const body = { channel: 'phone', customerId, requirements: [], promiseId: 'calls' };
  const { answer } = await key('POST', '/api/v1/work', { body });
  return String(answer['workId']);
}

/** Makes an agent ready, and gives him a call, so that he has no room for another. */
async function serveSomebodyElse(agentId: string): Promise<void> {
  const his = await served.callerWith(SCOPES, agentId);
  await his('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  const workId = await newItem();
  expect((await his('POST', `/api/v1/work/${workId}/accept`)).status).toBe(200);
}

test('a customer is told for whom he may wait, and without a basis no figure; the last choice counts', async () => {
  const workId = await newItem('acme');
  const offered = await key('GET', `/api/v1/work/${workId}/choices`);
  expect(offered.answer).toEqual({
    agents: [
      { agentId: ted, piiName: 'Ted', keptUntilAt: expect.any(Number) as number },
      { agentId: ann, piiName: 'Ann', keptUntilAt: expect.any(Number) as number },
    ],
    // Whom the centre calls follows from its region, and it has none.
    callbacks: [],
  });

  const choose = (body: object) => key('POST', `/api/v1/work/${workId}/choice`, { body });
  expect((await choose({ agentId: ted })).status).toBe(200);
  const chosen = await key('GET', `/api/v1/work/${workId}/choices`);
  expect(chosen.answer).toMatchObject({ agents: [{}, {}], chosenId: ted });

  expect((await choose({})).status).toBe(200);
  const anybody = await key('GET', `/api/v1/work/${workId}/choices`);
  expect(anybody.answer).not.toHaveProperty('chosenId');
});

test('nobody waits for a stranger, and an item that nobody knows has no choices', async () => {
  const ben = await newAgent('Ben');
  const workId = await newItem('acme');
  const refused = await key('POST', `/api/v1/work/${workId}/choice`, { body: { agentId: ben } });
  expect(refused).toMatchObject({ status: 409, answer: { type: 'agent-not-choosable' } });
  expect((await key('GET', '/api/v1/work/nothing/choices')).status).toBe(404);
});

test('a visitor chooses in his own thread, and another has nothing to choose', async () => {
  const visitor = (): Caller => {
    const authorization = `Bearer visit_${randomBytes(32).toString('base64url')}`;
    return callerAs(served.address, { origin: 'https://shop.example', authorization });
  };
  const entry = { name: 'Talk to us', channel: 'chat', isOpen: true, requirements: [], theme: {} };
  const body = { ...entry, origins: ['https://shop.example'], promiseId: 'calls' };
  await key('PUT', '/api/v1/entry-points/chat', { body });
  const [her, other] = [visitor(), visitor()];
  const said = { body: { piiText: 'Is Ted there?' }, key: 'first' };
  expect((await her('POST', '/api/v1/visitor/chat/messages', said)).status).toBe(201);
  const { answer } = await key('GET', '/api/v1/interactions?limit=1');
  const [item] = answer['items'] as { customerId: string; workId: string }[];
  await key('PUT', `/api/v1/customers/${item?.customerId}/bond`, {
    body: { ownerId: ted, deputyIds: [] },
  });

  const choices = await her('GET', '/api/v1/visitor/chat/choices');
  expect(choices.answer).toMatchObject({ agents: [{ agentId: ted, piiName: 'Ted' }] });
  const choice = { body: { agentId: ted } };
  expect((await her('POST', '/api/v1/visitor/chat/choice', choice)).status).toBe(200);
  const chosen = await key('GET', `/api/v1/work/${item?.workId}/choices`);
  expect(chosen.answer).toMatchObject({ chosenId: ted });

  expect((await other('GET', '/api/v1/visitor/chat/choices')).answer).toEqual({
    agents: [],
    callbacks: [],
  });
  expect((await other('POST', '/api/v1/visitor/chat/choice', choice)).status).toBe(404);
});
