import { POLICY, policyNumbers } from '@rapport/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpCentre, openHttpCentre, type SignedIn } from '../testing/http-centre.ts';

let served: HttpCentre;
let ann: SignedIn;

beforeAll(async () => {
  served = await openHttpCentre();
  ann = await served.signedInAs(['administrator']);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const DEFAULTS = policyNumbers(POLICY);
const numbers = async () => (await ann.caller('GET', '/api/v1/policy')).answer['numbers'];
const put = async (body: object) => await ann.caller('PUT', '/api/v1/policy', { body });

const trail = async () =>
  (await ann.caller('GET', '/api/v1/audit?subject=policy')).answer['items'] as readonly Entry[];

interface Entry {
  readonly ordinal: number;
  readonly change?: { piiBefore?: object; piiAfter?: object };
}

test('the policy is as by default, with the bounds of each number, until somebody sets it', async () => {
  const { answer } = await ann.caller('GET', '/api/v1/policy');
  expect(answer['numbers']).toEqual(DEFAULTS);
  expect(answer['fields']).toContainEqual({
    name: 'bondBonus',
    min: 0,
    max: 2,
    isWhole: false,
    byDefault: POLICY.bondBonus,
  });
});

test('what is set is told with who, before and after, and is put back', async () => {
  expect((await put({ ...DEFAULTS, bondBonus: 0.75 })).status).toBe(200);
  await put({ ...DEFAULTS, bondBonus: 1 });
  expect(await numbers()).toEqual({ ...DEFAULTS, bondBonus: 1 });
  await expect.poll(async () => (await trail()).length).toBe(2);
  const [latest, first] = await trail();
  expect(latest).toMatchObject({
    action: 'set-policy',
    piiActorName: 'Somebody',
    change: { kind: 'policy', piiBefore: { bondBonus: 0.75 }, piiAfter: { bondBonus: 1 } },
  });
  expect(first?.change?.piiBefore).toEqual(DEFAULTS);
  const undo = async (entry: Entry | undefined) =>
    (await ann.caller('POST', `/api/v1/audit/${entry?.ordinal}/undo`)).status;
  expect(await undo(first)).toBe(409);
  expect(await undo(latest)).toBe(200);
  expect(await numbers()).toEqual({ ...DEFAULTS, bondBonus: 0.75 });
  await expect.poll(async () => (await trail()).length).toBe(3);
  expect(await undo(first)).toBe(200);
  expect(await numbers()).toEqual(DEFAULTS);
});

test('a number beyond its bounds, missing or unknown is refused by its name', async () => {
  const low = await put({ ...DEFAULTS, ringMsSynchronous: 1 });
  expect([low.status, low.answer['field']]).toEqual([400, 'ringMsSynchronous']);
  const { bondBonus, ...rest } = DEFAULTS;
  expect((await put(rest)).answer['field']).toBe('bondBonus');
  const odd = await put({ ...rest, bondBonus: bondBonus ?? 0, haste: 1 });
  expect([odd.status, odd.answer['field']]).toEqual([400, 'haste']);
});

test('planners read it and change nothing, others do neither', async () => {
  const planner = await served.signedInAs(['planner']);
  expect((await planner.caller('GET', '/api/v1/policy')).status).toBe(200);
  expect((await planner.caller('PUT', '/api/v1/policy', { body: DEFAULTS })).status).toBe(403);
  const agent = await served.signedInAs(['agent']);
  expect((await agent.caller('GET', '/api/v1/policy')).status).toBe(403);
});
