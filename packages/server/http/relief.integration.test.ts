import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  type HttpCentre,
  openHttpCentre,
  type SignedIn,
} from '../testing/http-centre.ts';

let served: HttpCentre;
let key: Caller;
let supervisor: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  served = await openHttpCentre();
  key = await served.callerWith(SCOPES);
  await key('PUT', '/api/v1/promises/calls', { body: { targetMs: 20_000, shareRatio: 0.8 } });
  await key('PUT', '/api/v1/teams/billing', { body: { name: 'Billing' } });
  await key('PUT', '/api/v1/teams/sales', { body: { name: 'Sales' } });
  supervisor = await served.signedInAs(['supervisor'], { ledTeamIds: ['billing'] });
  stranger = await served.signedInAs(['supervisor'], { ledTeamIds: ['sales'] });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

let agentCount = 0;

/** An agent of the team who carries an item that only he can serve. */
async function carrying(): Promise<{ agentId: string; workId: string; agent: Caller }> {
  const skill = `skill_${++agentCount}`;
  const profile = { piiName: 'Ted', teamId: 'billing', skills: [{ skill, level: 3 }] };
  const { answer } = await key('POST', '/api/v1/agents', { body: profile });
  const agentId = answer['agentId'] as string;
  const agent = await served.callerWith(['work:serve', 'work:read'], agentId);
  await agent('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  const requirements = [{ skill, minLevel: 1 }];
  const body = { channel: 'chat', requirements, promiseId: 'calls' };
  const workId = (await key('POST', '/api/v1/work', { body })).answer['workId'] as string;
  expect((await agent('POST', `/api/v1/work/${workId}/accept`)).status).toBe(200);
  return { agentId, workId, agent };
}

describe('an item of an agent who is gone', () => {
  test('is handed on by a supervisor of his team, and he can be signed out then', async () => {
    const { agentId, workId } = await carrying();
    const state = { body: { state: 'signed-out' } };
    const early = await supervisor.caller('POST', `/api/v1/agents/${agentId}/state`, state);
    expect(early).toMatchObject({ status: 409, answer: { type: 'agent-carries-work' } });
    const path = `/api/v1/agents/${agentId}/work/${workId}/transfer`;
    expect((await stranger.caller('POST', path, { body: {} })).status).toBe(403);
    const moved = await supervisor.caller('POST', path, { body: {} });
    expect(moved.status).toBe(200);
    const after = `/api/v1/work/${workId}?after=${String(moved.answer['position'])}`;
    // The rule may offer it to him again, who is still ready, but it is in nobody's hands.
    expect((await key('GET', after)).answer).toMatchObject({ transferCount: 1 });
    const late = await supervisor.caller('POST', `/api/v1/agents/${agentId}/state`, state);
    expect(late.status).toBe(200);
    const then = `/api/v1/work/${workId}?after=${String(late.answer['position'])}`;
    expect((await key('GET', then)).answer).not.toMatchObject({ agentId });
  });

  test('is finished by a supervisor of his team when he forgot his wrap-up', async () => {
    const { agentId, workId, agent } = await carrying();
    await agent('POST', `/api/v1/work/${workId}/wrap-up`);
    const path = `/api/v1/agents/${agentId}/work/${workId}/complete`;
    const body = { disposition: 'left-open' };
    expect((await stranger.caller('POST', path, { body })).status).toBe(403);
    const done = await supervisor.caller('POST', path, { body });
    expect(done.status).toBe(200);
    const after = `/api/v1/work/${workId}?after=${String(done.answer['position'])}`;
    expect((await key('GET', after)).answer).toMatchObject({ status: 'done', ...body });
  });

  test('is not an agent’s who does not carry it', async () => {
    const { workId } = await carrying();
    const { agentId: other } = await carrying();
    const path = `/api/v1/agents/${other}/work/${workId}/transfer`;
    const wrong = await supervisor.caller('POST', path, { body: {} });
    expect(wrong).toMatchObject({ status: 403, answer: { type: 'work-not-yours' } });
  });
});

describe('the audit trail', () => {
  const trail = async (subject: string): Promise<readonly string[]> => {
    const { answer } = await key('GET', `/api/v1/audit?subject=${subject}`);
    const items = answer['items'] as readonly { actor: string; action: string }[];
    return items.map(({ actor, action }) => `${actor} ${action}`);
  };

  test('has what somebody does in an agent’s place, and not what he does himself', async () => {
    const { agentId, workId, agent } = await carrying();
    await supervisor.caller('POST', `/api/v1/agents/${agentId}/work/${workId}/transfer`, {
      body: {},
    });
    await agent('POST', '/api/v1/me/state', { body: { state: 'not-ready', reason: 'break' } });
    await supervisor.caller('POST', `/api/v1/agents/${agentId}/state`, {
      body: { state: 'ready' },
    });
    const { personId } = supervisor;
    await expect
      .poll(() => trail(agentId), { timeout: 20_000 })
      .toContain(`${personId} set-agent-state`);
    const states = (await trail(agentId)).filter((entry) => entry.endsWith('set-agent-state'));
    expect(states).toEqual([`${personId} set-agent-state`]);
    expect(await trail(workId)).toEqual([`${personId} transfer-work`]);
  });

  test('has changes of promises, calendars and bonds', async () => {
    const administrator = await served.signedInAs(['administrator']);
    const change = async (path: string, body: unknown): Promise<void> => {
      expect((await administrator.caller('PUT', `/api/v1/${path}`, { body })).status).toBe(200);
    };
    await change('promises/chats', { targetMs: 30_000, shareRatio: 0.9 });
    await change('calendars/weekdays', { openIntervals: [] });
    await change('customers/customer_9/bond', { deputyIds: [] });
    const { personId } = administrator;
    await expect.poll(() => trail('customer_9')).toEqual([`${personId} change-bond`]);
    expect(await trail('chats')).toEqual([`${personId} define-promise`]);
    expect(await trail('weekdays')).toEqual([`${personId} define-calendar`]);
  });
});

describe('an item that nobody has answered', () => {
  /** An agent of a team who is ready, and what he can do. */
  async function ready(teamId: string): Promise<{ agentId: string; skill: string; agent: Caller }> {
    const skill = `skill_${++agentCount}`;
    const profile = { piiName: 'Ann', teamId, skills: [{ skill, level: 3 }] };
    const { answer } = await key('POST', '/api/v1/agents', { body: profile });
    const agentId = answer['agentId'] as string;
    const agent = await served.callerWith(['work:serve', 'work:read'], agentId);
    return { agentId, skill, agent };
  }

  async function waiting(skill: string): Promise<string> {
    const body = {
      ...{ channel: 'chat', promiseId: 'calls' },
      requirements: [{ skill, minLevel: 1 }],
    };
    return (await key('POST', '/api/v1/work', { body })).answer['workId'] as string;
  }

  const shown = async (workId: string, { answer }: { answer: Readonly<Record<string, unknown>> }) =>
    (await key('GET', `/api/v1/work/${workId}?after=${String(answer['position'])}`)).answer;

  test('is named for an agent by who leads his team, offered when he comes, and let go again', async () => {
    const { agentId, skill, agent } = await ready('billing');
    const workId = await waiting(skill);
    const path = `/api/v1/agents/${agentId}/work/${workId}/assign`;
    expect((await stranger.caller('POST', path)).status).toBe(403);
    const named = await supervisor.caller('POST', path);
    expect(named.status).toBe(200);
    expect(await shown(workId, named)).toMatchObject({ status: 'waiting' });
    await agent('POST', '/api/v1/me/state', { body: { state: 'ready' } });
    await expect
      .poll(async () => (await key('GET', `/api/v1/work/${workId}`)).answer)
      .toMatchObject({ status: 'offered', agentId });
    await agent('POST', `/api/v1/work/${workId}/accept`);
    // What somebody carries is handed on by other means.
    expect(await supervisor.caller('POST', path)).toMatchObject({ status: 409 });
    expect(await supervisor.caller('POST', `/api/v1/work/${workId}/release`)).toMatchObject({
      status: 409,
    });
  });

  test('that was named is let go by a supervisor, and by no agent', async () => {
    const { agentId, skill } = await ready('billing');
    const workId = await waiting(skill);
    await supervisor.caller('POST', `/api/v1/agents/${agentId}/work/${workId}/assign`);
    const agent = await served.signedInAs(['agent'], { agentId });
    const release = `/api/v1/work/${workId}/release`;
    expect((await agent.caller('POST', release)).status).toBe(403);
    const released = await supervisor.caller('POST', release);
    expect(released.status).toBe(200);
    expect(await shown(workId, released)).toMatchObject({ status: 'waiting' });
  });
});

describe('a message to an agent', () => {
  test('is sent by who leads his team, read by him alone, and taken back by its writer until then', async () => {
    const { agentId } = await carrying();
    const agent = await served.signedInAs(['agent'], { agentId });
    const other = await served.signedInAs(['agent'], { agentId: (await carrying()).agentId });
    const path = `/api/v1/agents/${agentId}/notices`;
    const body = { piiText: 'Take a break at ten.' };
    expect((await stranger.caller('POST', path, { body })).status).toBe(403);
    expect((await agent.caller('POST', path, { body })).status).toBe(403);
    const send = async (): Promise<string> => {
      const { status, answer } = await supervisor.caller('POST', path, { body });
      expect(status).toBe(201);
      return String(answer['noticeId']);
    };
    const unread = async (caller: Caller): Promise<unknown> =>
      (await caller('GET', '/api/v1/me/notices')).answer['notices'];

    const first = await send();
    expect(await unread(agent.caller)).toMatchObject([{ noticeId: first, ...body }]);
    expect(await unread(other.caller)).toEqual([]);
    expect((await stranger.caller('DELETE', `${path}/${first}`)).status).toBe(403);
    expect((await supervisor.caller('DELETE', `${path}/${first}`)).status).toBe(200);
    expect(await unread(agent.caller)).toEqual([]);

    const second = await send();
    const read = `/api/v1/me/notices/${second}/read`;
    expect((await other.caller('POST', read)).status).toBe(404);
    expect(await unread(agent.caller)).toHaveLength(1);
    expect((await agent.caller('POST', read)).status).toBe(200);
    expect(await unread(agent.caller)).toEqual([]);
    expect((await supervisor.caller('DELETE', `${path}/${second}`)).status).toBe(404);
  });

  test('is sent once under a key, no other under it, and no more than he can read', async () => {
    const { agentId } = await carrying();
    const agent = await served.signedInAs(['agent'], { agentId });
    const path = `/api/v1/agents/${agentId}/notices`;
    const send = async (piiText: string, key: string) =>
      await supervisor.caller('POST', path, { body: { piiText }, key });
    const first = await send('Hello.', 'notice-0');
    expect(await send('Hello.', 'notice-0')).toEqual(first);
    expect((await send('Good-bye.', 'notice-0')).answer['type']).toBe('command-id-reused');
    for (let count = 1; count < 50; count++) {
      expect((await send(`No. ${count}`, `notice-${count}`)).status).toBe(201);
    }
    const many = await Promise.all([send('Once more.', 'a'), send('And more.', 'b')]);
    expect(many.map(({ answer }) => answer['type'])).toEqual(Array(2).fill('too-many-notices'));
    expect((await agent.caller('GET', '/api/v1/me/notices')).answer['notices']).toHaveLength(50);
    expect((await send('Hello.', 'notice-0')).status).toBe(201);
  });
});
