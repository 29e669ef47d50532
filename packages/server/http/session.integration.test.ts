import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;

beforeAll(async () => {
  served = await openHttpCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

test('a person signs in, is who he is, and signs out', async () => {
  const { personId, cookie, caller } = await served.signedInAs(['agent'], { agentId: 'agent_1' });
  expect(cookie).toMatch(/^rapport-main\.session_token=/);
  const { status, answer } = await caller('GET', '/api/v1/me');
  expect([status, answer]).toEqual([
    200,
    expect.objectContaining({
      personId,
      roles: ['agent'],
      agentId: 'agent_1',
      hasSecondFactor: false,
    }),
  ]);
  expect((await caller('DELETE', '/api/v1/session')).status).toBe(200);
  expect((await caller('GET', '/api/v1/me')).status).toBe(401);
});
