import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  type HttpCentre,
  openHttpCentre,
  type SignedIn,
} from '../testing/http-centre.ts';

const HOUR = 3_600_000;
let served: HttpCentre;
let key: Caller;
let supervisor: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  served = await openHttpCentre();
  key = await served.callerWith(SCOPES);
  await key('PUT', '/api/v1/promises/replies', { body: { targetMs: 3_600_000, shareRatio: 0.8 } });
  await key('PUT', '/api/v1/teams/billing', { body: { name: 'Billing' } });
  await key('PUT', '/api/v1/teams/sales', { body: { name: 'Sales' } });
  supervisor = await served.signedInAs(['supervisor'], { ledTeamIds: ['billing'] });
  stranger = await served.signedInAs(['supervisor'], { ledTeamIds: ['sales'] });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function ready(piiName: string, skill: string): Promise<{ agentId: string; agent: Caller }> {
  const body = { piiName, teamId: 'billing', skills: [{ skill, level: 3 }] };
  const agentId = (await key('POST', '/api/v1/agents', { body })).answer['agentId'] as string;
  const agent = await served.callerWith(['work:serve', 'work:read'], agentId);
  await agent('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  return { agentId, agent };
}

async function receive(skill: string, channel = 'email'): Promise<string> {
  const requirements = [{ skill, minLevel: 1 }];
  const body = { channel, requirements, promiseId: 'replies' };
  return (await key('POST', '/api/v1/work', { body })).answer['workId'] as string;
}

async function itemAt(workId: string, position: unknown): Promise<Record<string, unknown>> {
  return (await key('GET', `/api/v1/work/${workId}?after=${String(position)}`)).answer;
}

describe('absent today', () => {
  test('releases what he has, hands on what was promised, and is taken back in one act', async () => {
    const ted = await ready('Ted', 'absent-today');
    const [open, later] = [await receive('absent-today'), await receive('absent-today')];
    await ted.agent('POST', `/api/v1/work/${open}/accept`);
    await ted.agent('POST', `/api/v1/work/${later}/accept`);
    const untilAt = Date.now() + HOUR;
    await ted.agent('POST', `/api/v1/work/${later}/defer`, { body: { untilAt } });
    const ann = await ready('Ann', 'absent-today');
    const path = `/api/v1/agents/${ted.agentId}/absence`;
    const body = { untilAt: Date.now() + 8 * HOUR, deputyId: ann.agentId };
    expect((await stranger.caller('PUT', path, { body })).status).toBe(403);
    const said = await supervisor.caller('PUT', path, { body });
    expect(said.status).toBe(200);
    const { position } = said.answer;
    expect(await itemAt(open, position)).toMatchObject({ status: 'offered', agentId: ann.agentId });
    expect(await itemAt(later, position)).toMatchObject({
      status: 'deferred',
      agentId: ann.agentId,
    });
    const days = await key('GET', `/api/v1/agents/${ted.agentId}/roster`);
    expect(days.answer).toMatchObject({ absence: body });
    const why = await key('GET', `/api/v1/work/${open}/explanation`);
    expect(why.answer['piiText']).toMatch(
      /Ted, .*, had it before, or was asked, and is away now\. Ted is away until \d\d:\d\d/,
    );
    const back = await supervisor.caller('DELETE', path);
    expect(await itemAt(later, back.answer['position'])).toMatchObject({ agentId: ted.agentId });
    const agent = await key('GET', `/api/v1/agents/${ted.agentId}`);
    expect(agent.answer).toMatchObject({ state: 'ready' });
    expect((await supervisor.caller('DELETE', path)).answer).toMatchObject({
      type: 'agent-not-absent',
    });
  });

  test('can be said by the agent himself', async () => {
    const { agentId, agent } = await ready('Bea', 'absent-herself');
    const body = { untilAt: Date.now() + HOUR };
    const said = await agent('PUT', '/api/v1/me/absence', { body });
    const after = `/api/v1/agents/${agentId}/roster?after=${String(said.answer['position'])}`;
    expect((await key('GET', after)).answer).toMatchObject({ absence: body });
    expect((await agent('DELETE', '/api/v1/me/absence')).status).toBe(200);
  });
});

describe('a roster', () => {
  test('keeps live work from who goes home soon, and says why', async () => {
    const ted = await ready('Ted', 'goes-home');
    const shiftEndsAt = Date.now() + 120_000;
    const body = {
      dutyIntervals: [{ fromAt: shiftEndsAt - HOUR, untilAt: shiftEndsAt }],
      breakIntervals: [],
    };
    const path = `/api/v1/agents/${ted.agentId}/roster`;
    const { position } = (await supervisor.caller('PUT', path, { body })).answer;
    const roster = await key('GET', `${path}?after=${String(position)}`);
    expect(roster.answer).toMatchObject({
      ...body,
      windDown: { reason: 'end-of-shift', startsAt: shiftEndsAt },
    });
    const call = await receive('goes-home', 'phone');
    await key('POST', `/api/v1/agents/${ted.agentId}/work/${call}/assign`);
    const why = await key('GET', `/api/v1/work/${call}/explanation`);
    expect(why.answer['piiText']).toMatch(
      /Ted, for whom it was meant, goes home: the shift ends at/,
    );
    const letter = await receive('goes-home');
    const taken = await ted.agent('POST', `/api/v1/work/${letter}/accept`);
    expect(taken.status).toBe(200);
  });

  test('is refused where its intervals overlap', async () => {
    const { agentId } = await ready('Ted', 'overlaps');
    const twice = { fromAt: 0, untilAt: HOUR };
    const refused = await supervisor.caller('PUT', `/api/v1/agents/${agentId}/roster`, {
      body: { dutyIntervals: [], breakIntervals: [twice, twice] },
    });
    expect(refused).toMatchObject({ status: 400, answer: { field: 'breakIntervals[1]' } });
  });
});

test('a wrap-up takes longer twice, and a third time it is refused', async () => {
  const { agent, agentId } = await ready('Cleo', 'wraps-up');
  const workId = await receive('wraps-up');
  await agent('POST', `/api/v1/work/${workId}/accept`);
  await agent('POST', `/api/v1/work/${workId}/wrap-up`);
  const extend = () =>
    agent('POST', `/api/v1/work/${workId}/wrap-up/extensions`, { body: { reason: 'long-note' } });
  expect([(await extend()).status, (await extend()).status]).toEqual([200, 200]);
  expect(await extend()).toMatchObject({ status: 409, answer: { type: 'wrap-up-extended' } });
  const done = await agent('POST', `/api/v1/work/${workId}/complete`, { body: {} });
  expect(await itemAt(workId, done.answer['position'])).toMatchObject({ status: 'done', agentId });
});
