import { asId, POLICY } from '@rapport/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../testing/http-centre.ts';
import { follow, type LiveCentre, openLiveCentre } from '../testing/live-centre.ts';

const PATH = '/api/v1/emergencies';

let served: LiveCentre;
let vera: SignedIn;

beforeAll(async () => {
  served = await openLiveCentre();
  vera = await served.signedInAs(['supervisor']);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

test('an emergency is told to everybody, with who answers for it, until it is ended', async () => {
  const untilAt = Date.now() + 3_600_000;
  const seen = follow(await served.clientWith(['floor:read']), 'emergencies', {});
  await expect.poll(() => seen.state).toEqual({ items: [] });
  const body = { reason: 'weather', untilAt };
  expect((await vera.caller('POST', PATH, { body })).status).toBe(200);
  const standing = {
    items: [
      {
        ...{ reason: 'weather', untilAt, declaredBy: vera.personId },
        since: expect.any(Number) as number,
        piiDeclaredByName: expect.any(String) as string,
      },
    ],
  };
  await expect.poll(() => seen.state, { timeout: 5_000 }).toEqual(standing);
  expect((await vera.caller('GET', PATH)).answer).toEqual(standing);
  expect((await vera.caller('POST', `${PATH}/end`, { body: {} })).status).toBe(200);
  await expect.poll(() => seen.state, { timeout: 5_000 }).toEqual({ items: [] });
  const again = await vera.caller('POST', `${PATH}/end`, { body: {} });
  expect([again.status, again.answer['type']]).toEqual([409, 'emergency-unknown']);
});

test('one of a skill stands beside the one of all work; both are in the audit trail', async () => {
  const untilAt = Date.now() + 60_000;
  for (const scope of [{}, { skill: 'heating' }]) {
    const body = { reason: 'outage', ...scope, untilAt };
    expect((await vera.caller('POST', PATH, { body })).status).toBe(200);
  }
  expect((await vera.caller('GET', PATH)).answer).toMatchObject({
    items: [{ reason: 'outage' }, { skill: 'heating' }],
  });
  const administrator = await served.signedInAs(['administrator']);
  const told = async (): Promise<unknown> => {
    const { answer } = await administrator.caller('GET', '/api/v1/audit?limit=200');
    const items = answer['items'] as readonly { action: string; subject: string }[];
    return items
      .filter(({ action }) => action.endsWith('-emergency'))
      .map(({ action, subject }) => `${action} ${subject}`);
  };
  await expect
    .poll(told)
    .toEqual([
      'declare-emergency heating',
      'declare-emergency centre',
      'end-emergency centre',
      'declare-emergency centre',
    ]);
});

test('one that is no emergency is refused, with the field; and agents declare none', async () => {
  for (const [field, body] of [
    ['untilAt', { reason: 'outage', untilAt: Date.now() - 1 }],
    ['untilAt', { reason: 'outage', untilAt: Date.now() + 2 * 86_400_000 }],
    ['reason', { reason: 'panic', untilAt: Date.now() + 60_000 }],
  ] as const) {
    const { status, answer } = await vera.caller('POST', PATH, { body });
    expect([status, answer['field']]).toEqual([400, field]);
  }
  const agent = await served.signedInAs(['agent']);
  const body = { reason: 'outage', untilAt: Date.now() + 60_000 };
  expect((await agent.caller('POST', PATH, { body })).status).toBe(403);
  expect((await agent.caller('GET', PATH)).status).toBe(200);
});

test('an outage that is suspected is told, with how many it has met, until it is over', async () => {
  const seen = follow(await served.clientWith(['floor:read']), 'emergencies', {});
  await expect.poll(() => seen.state).toBeDefined();
  const policy = { ...POLICY, outageAgents: 2, outageShare: 0 };
  await served.give({ type: 'set-policy', policy });
  const agents = await Promise.all(['ann', 'ben'].map((name) => served.newAgent(name)));
  const before = seen.state as { readonly items: readonly unknown[] };
  for (const agentId of agents) {
    await served.give({ type: 'set-reachability', agentId: asId(agentId), isReachable: false });
  }
  const outage = { since: expect.any(Number) as number, agentCount: 2 };
  await expect.poll(() => seen.state, { timeout: 5_000 }).toEqual({ ...before, outage });
  expect((await vera.caller('GET', PATH)).answer).toMatchObject({ outage });
  await served.give({ type: 'set-policy', policy: { ...policy, outageWindowMs: 1_000 } });
  await expect.poll(() => seen.state, { timeout: 5_000 }).toEqual(before);
});
