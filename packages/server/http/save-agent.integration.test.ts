import { asId } from '@rapport/core';
import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let administrator: Caller;

beforeAll(async () => {
  served = await openHttpCentre();
  administrator = await served.callerWith(SCOPES);
  await administrator('PUT', '/api/v1/teams/north', { body: { name: 'North' } });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

describe('an agent is saved once under a key', () => {
  const ted = { piiName: 'Ted', skills: [{ skill: 'billing', level: 3 }] };
  const others = [
    { ...ted, piiName: 'Ann' },
    { ...ted, teamId: 'north' },
    { ...ted, skills: [] },
  ];

  test.each(['make', 'change'])('to %s him: asked for something else, it says so', async (what) => {
    const { answer } = await administrator('POST', '/api/v1/agents', { body: ted });
    const path = `/api/v1/agents/${String(answer['agentId'])}`;
    const capacity = { units: 12, weights: { phone: 12 } };
    const ask = (body: object, key: string) =>
      what === 'make'
        ? administrator('POST', '/api/v1/agents', { body, key })
        : administrator('PUT', path, { body: { ...body, capacity }, key });
    const first = await ask(ted, `${what}-ted`);
    expect(first.answer).toHaveProperty('position');
    expect(await ask(ted, `${what}-ted`)).toEqual(first);
    for (const other of others) {
      const again = await ask(other, `${what}-ted`);
      expect(again).toMatchObject({ status: 422, answer: { type: 'command-id-reused' } });
    }
  });

  test('by ten who ask at once', async () => {
    const asked = { body: { ...ted, piiName: 'Una' }, key: 'una' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => administrator('POST', '/api/v1/agents', asked)),
    );
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const profiles = served.centre.database.kysely.selectFrom('agent_profile').select('agent_id');
    expect(await profiles.where('pii_name', '=', 'Una').execute()).toHaveLength(1);
  });
});

test('who may be interrupted is told, until his profile is replaced by one that does not say so', async () => {
  const una = { piiName: 'Una', skills: [] };
  const body = { ...una, isInterruptible: true };
  const { answer } = await administrator('POST', '/api/v1/agents', { body });
  const agentId = String(answer['agentId']);
  const path = `/api/v1/agents/${agentId}`;
  const told = async (): Promise<unknown> =>
    (await administrator('GET', path)).answer['isInterruptible'];
  const atDesk = async (): Promise<unknown> =>
    await served.centre.host.ask(
      ({ agents }) => agents.get(asId<'agent'>(agentId))?.isInterruptible,
    );
  expect(await atDesk()).toBe(true);
  await expect.poll(told).toBe(true);
  await administrator('PUT', path, { body: una });
  expect(await atDesk()).toBe(false);
  await expect.poll(told).toBeUndefined();
  await administrator('PUT', path, { body });
  expect(await atDesk()).toBe(true);
  await expect.poll(told).toBe(true);
});
