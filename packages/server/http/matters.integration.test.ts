import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let key: Caller;
let ted: Caller;
let tedId: string;

beforeAll(async () => {
  served = await openHttpCentre();
  key = await served.callerWith(SCOPES);
  await key('PUT', '/api/v1/promises/letters', { body: { targetMs: 60_000, shareRatio: 0.8 } });
  const body = { piiName: 'Ted', skills: [] };
  const { answer } = await key('POST', '/api/v1/agents', { body });
  tedId = String(answer['agentId']);
  ted = await served.callerWith(SCOPES, tedId);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function letter(customerId: string, terms: object = {}): Promise<string> {
  const body = { channel: 'email', customerId, requirements: [], promiseId: 'letters', ...terms };
  const { answer } = await key('POST', '/api/v1/work', { body });
  return String(answer['workId']);
}

const link = (workId: string, toWorkId: string) =>
  key('POST', `/api/v1/work/${workId}/link`, { body: { toWorkId } });
const unlink = (workId: string) => key('POST', `/api/v1/work/${workId}/unlink`);
/** An item as it is once everything written until now is shown. */
async function shown(workId: string): Promise<Record<string, unknown>> {
  const after = served.centre.host.position;
  return (await key('GET', `/api/v1/work/${workId}?after=${after}`)).answer;
}

test('two letters about the same: whoever answers one has the other put aside, and settles both', async () => {
  const [first, second] = [await letter('leila'), await letter('leila')];
  expect((await link(second, first)).status).toBe(200);
  const { matterId } = await shown(first);
  expect(await shown(second)).toMatchObject({ matterId, status: 'waiting' });
  await ted('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  expect((await ted('POST', `/api/v1/work/${first}/accept`)).status).toBe(200);
  expect(await shown(second)).toMatchObject({
    status: 'deferred',
    pausedById: first,
    agentId: tedId,
  });
  for (const workId of [second, first]) {
    expect((await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} })).status).toBe(200);
  }
  const settled = await shown(second);
  expect(settled).toMatchObject({ status: 'done', answeredBy: tedId });
  expect(settled).not.toHaveProperty('pausedById');
});

test('what was found to be about something else waits again, for whoever had it first', async () => {
  const matterId = 'roof';
  const [first, second] = [await letter('rosa', { matterId }), await letter('rosa', { matterId })];
  expect((await ted('POST', `/api/v1/work/${first}/accept`)).status).toBe(200);
  expect(await shown(second)).toMatchObject({ matterId, pausedById: first });
  expect((await unlink(second)).status).toBe(200);
  const apart = await shown(second);
  expect(apart).toMatchObject({ status: 'offered', agentId: tedId });
  expect(apart).not.toHaveProperty('matterId');
  expect((await unlink(second)).answer).toMatchObject({ type: 'work-not-linked' });
});

describe('refuses', () => {
  test('an item that is nobody’s, or itself, and says which field', async () => {
    const one = await letter('una');
    expect(await link(one, 'nothing')).toMatchObject({
      status: 404,
      answer: { type: 'work-unknown', field: 'toWorkId' },
    });
    expect(await link(one, one)).toMatchObject({
      status: 400,
      answer: { type: 'field-invalid', field: 'toWorkId' },
    });
    expect(await link('nothing', one)).toMatchObject({ status: 404 });
  });

  test('what another customer wants, and what is linked already', async () => {
    const [one, two, other] = [await letter('una'), await letter('una'), await letter('per')];
    expect(await link(one, other)).toMatchObject({
      status: 409,
      answer: { type: 'matter-of-another' },
    });
    await link(one, two);
    expect(await link(one, two)).toMatchObject({
      status: 409,
      answer: { type: 'work-linked-already' },
    });
    const { matterId } = await shown(two);
    const body = { channel: 'email', customerId: 'per', requirements: [], promiseId: 'letters' };
    const joined = await key('POST', '/api/v1/work', { body: { ...body, matterId } });
    expect(joined).toMatchObject({ status: 409, answer: { type: 'matter-of-another' } });
  });
});
