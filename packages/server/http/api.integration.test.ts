import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { holdViews } from '../testing/hold-views.ts';

let served: HttpCentre;
let administrator: Caller;

beforeAll(async () => {
  served = await openHttpCentre();
  administrator = await served.callerWith(SCOPES);
  await administrator('PUT', '/api/v1/promises/calls', {
    body: { targetMs: 20_000, shareRatio: 0.8 },
  });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function newAgent(piiName: string): Promise<{ agentId: string; caller: Caller }> {
  const body = { piiName, skills: [{ skill: 'billing', level: 3 }] };
  const { answer } = await administrator('POST', '/api/v1/agents', { body });
  const agentId = answer['agentId'] as string;
  const caller = await served.callerWith(['work:serve', 'work:read', 'work:receive'], agentId);
  return { agentId, caller };
}

const call = {
  channel: 'phone',
  customerId: 'customer_1',
  requirements: [{ skill: 'billing', minLevel: 1 }],
  promiseId: 'calls',
};

describe('an item from arrival to completion', () => {
  test('goes to the agent who owns the bond, and is his alone', async () => {
    const ted = await newAgent('Ted');
    const ann = await newAgent('Ann');
    for (const { caller } of [ann, ted]) {
      await caller('POST', '/api/v1/me/state', { body: { state: 'ready' } });
    }
    const bond = { ownerId: ted.agentId, deputyIds: [ann.agentId] };
    await administrator('PUT', '/api/v1/customers/customer_1/bond', { body: bond });

    const received = await administrator('POST', '/api/v1/work', { body: call });
    expect(received.status).toBe(201);
    const { workId, position } = received.answer as { workId: string; position: number };
    const item = `/api/v1/work/${workId}`;
    const offered = await administrator('GET', `${item}?after=${position}`);
    expect(offered.answer).toMatchObject({ status: 'offered', agentId: ted.agentId });

    const taken = await ann.caller('POST', `${item}/accept`);
    expect(taken).toMatchObject({ status: 409, answer: { type: 'offer-not-open' } });
    expect((await ted.caller('POST', `${item}/accept`)).status).toBe(200);
    const stolen = await ann.caller('POST', `${item}/complete`, { body: {} });
    expect(stolen).toMatchObject({ status: 403, answer: { type: 'work-not-yours' } });
    expect((await ted.caller('POST', `${item}/wrap-up`)).status).toBe(200);
    const done = await ted.caller('POST', `${item}/complete`, { body: { disposition: 'solved' } });
    const after = `${item}?after=${String(done.answer['position'])}`;
    expect((await ted.caller('GET', after)).answer).toMatchObject({
      status: 'done',
      disposition: 'solved',
      answeredBy: ted.agentId,
    });
    const known = await administrator('GET', '/api/v1/customers/customer_1/bond');
    expect(known.answer).toMatchObject({ earned: [{ agentId: ted.agentId, strength: 0.2 }] });
    for (const { caller } of [ann, ted]) {
      await caller('POST', '/api/v1/me/state', { body: { state: 'signed-out' } });
    }
  });
});

describe('requests', () => {
  test('repeated under one key are carried out once, and another under it is turned away', async () => {
    const first = await administrator('POST', '/api/v1/work', { body: call, key: 'k1' });
    const second = await administrator('POST', '/api/v1/work', { body: call, key: 'k1' });
    expect(second).toEqual(first);
    const other = { body: { ...call, channel: 'email' }, key: 'k1' };
    expect((await administrator('POST', '/api/v1/work', other)).status).toBe(422);

    const agent = { piiName: 'Bea', skills: [] };
    const made = await administrator('POST', '/api/v1/agents', { body: agent, key: 'k2' });
    expect(await administrator('POST', '/api/v1/agents', { body: agent, key: 'k2' })).toEqual(made);
    const another = { body: { ...agent, skills: [{ skill: 'x', level: 1 }] }, key: 'k2' };
    expect((await administrator('POST', '/api/v1/agents', another)).status).toBe(422);
  });

  test.each([
    ['a missing field', { ...call, channel: undefined }, 'channel'],
    ['a wrong type', { ...call, requirements: 'billing' }, 'requirements'],
    ['an unknown channel', { ...call, channel: 'pigeon' }, 'channel'],
    ['a field that does not exist', { ...call, colour: 'red' }, 'colour'],
    [
      'a number as text',
      { ...call, requirements: [{ skill: 'x', minLevel: '1' }] },
      'requirements.0.minLevel',
    ],
    ['a control character', { ...call, customerId: 'a\u0000b' }, 'customerId'],
    [
      'a skill twice',
      { ...call, requirements: [1, 2].map((minLevel) => ({ skill: 'x', minLevel })) },
      'requirements',
    ],
  ])('with %s are told the field and what was expected', async (_what, body, field) => {
    const before = served.centre.host.position;
    const { status, answer } = await administrator('POST', '/api/v1/work', { body });
    expect(status).toBe(400);
    expect(answer).toMatchObject({ type: 'field-invalid', status: 400, field });
    expect(typeof answer['expected']).toBe('string');
    expect(served.centre.host.position).toBe(before);
  });

  test('that are refused leave nothing behind', async () => {
    const { pool } = served.centre.database;
    const kept = async () => {
      const { rows } = await pool.query(`select (select count(*) from outbox) as owed,
        (select count(*) from agent_profile) as profiles, (select count(*) from audit_trail) as trail`);
      return [rows, served.centre.host.position];
    };
    const before = await kept();
    const sound = { piiName: 'Bo', skills: [] };
    const twice = [1, 2].map((level) => ({ skill: 'x', level }));
    for (const [body, key, field] of [
      [sound, 'k'.repeat(101), 'Idempotency-Key'],
      [{ ...sound, piiName: 'a\u0000b' }, 'k3', 'piiName'],
      [{ ...sound, skills: twice }, 'k4', 'skills[1].skill'],
      [
        { ...sound, skills: [{ skill: 'x', level: 1, assessedOn: '2026-02-30' }] },
        'k5',
        'skills[0].assessedOn',
      ],
    ] as const) {
      const { status, answer } = await administrator('POST', '/api/v1/agents', { body, key });
      expect([status, answer['field']]).toEqual([400, field]);
    }
    expect(await kept()).toEqual(before);
  });

  test('that are no JSON, too large, or lead nowhere get a problem too', async () => {
    const { secret } = await secretOf();
    const send = (path: string, body: string) =>
      fetch(`${served.address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body,
      });
    expect((await send('/api/v1/work', '{')).status).toBe(400);
    expect((await send('/api/v1/work', `"${'x'.repeat(1_100_000)}"`)).status).toBe(413);
    const nowhere = await send('/api/v1/nowhere', '{}');
    expect(nowhere.status).toBe(404);
    expect(nowhere.headers.get('content-type')).toContain('application/problem+json');
  });

  test('for who knows a customer whom nobody knows yet name nobody', async () => {
    const made = await administrator('POST', '/api/v1/customers', {
      body: { piiName: 'Nia', identities: [] },
    });
    const customerId = String(made.answer['customerId']);
    expect(await administrator('GET', `/api/v1/customers/${customerId}/bond`)).toMatchObject({
      status: 200,
      answer: { customerId, deputyIds: [], earned: [] },
    });
  });

  test('for what does not exist say so', async () => {
    for (const path of ['work/x', 'agents/x', 'promises/x', 'customers/x/bond']) {
      expect((await administrator('GET', `/api/v1/${path}`)).status).toBe(404);
    }
    const body = { ...call, promiseId: 'nothing' };
    const { status, answer } = await administrator('POST', '/api/v1/work', { body });
    expect([status, answer['type'], answer['field']]).toEqual([
      404,
      'promise-unknown',
      'promiseId',
    ]);
  });

  test.each([
    ['PUT', 'customers/x/bond', { ownerId: 'nobody', deputyIds: [] }, 'agent-unknown', 'ownerId'],
    ['PUT', 'customers/x/bond', { deputyIds: ['nobody'] }, 'agent-unknown', 'deputyIds.0'],
    [
      'PUT',
      'promises/x',
      { targetMs: 1_000, shareRatio: 1, calendarId: 'none' },
      'calendar-unknown',
      'calendarId',
    ],
    [
      'POST',
      'interactions',
      { channel: 'chat', requirements: [], promiseId: 'none', piiText: 'Hello' },
      'promise-unknown',
      'promiseId',
    ],
  ])('at %s %s that name what is not there name the field', async (...given) => {
    const [method, path, body, type, field] = given;
    const { status, answer } = await administrator(method, `/api/v1/${path}`, { body });
    expect([status, answer['type'], answer['field']]).toEqual([404, type, field]);
  });

  test('for a position that the views do not show wait, and then say so', async () => {
    const held = await holdViews(served.centre.database.pool);
    const body = { targetMs: 1_000, shareRatio: 1 };
    const written = await administrator('PUT', '/api/v1/promises/held', { body });
    const path = `/api/v1/promises/held?after=${String(written.answer['position'])}`;
    const { status, answer } = await administrator('GET', path);
    await held[Symbol.asyncDispose]();
    expect([status, answer['type']]).toEqual([503, 'position-not-reached']);
  });

  test('for a position that no write was answered with are told so at once', async () => {
    const { position } = served.centre.host;
    for (const path of ['work/x', 'promises']) {
      const { status, answer } = await administrator('GET', `/api/v1/${path}?after=999999`);
      expect([status, answer['field']]).toEqual([400, 'after']);
      expect(answer['expected']).toBe(`at most ${position}, the position of the last write`);
    }
  });

  async function secretOf() {
    const { createApiKey } = await import('../identity/api-keys.ts');
    const { centre } = served;
    return await createApiKey(centre.database.kysely, {
      centre: centre.name,
      name: 'raw',
      scopes: SCOPES,
    });
  }
});

test('lists go on from page to page, each item once, the latest first', async () => {
  const ids = new Set<string>();
  for (let number = 0; number < 7; number++) {
    const { answer } = await administrator('POST', '/api/v1/work', {
      body: { ...call, channel: 'fax' },
    });
    ids.add(answer['workId'] as string);
  }
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await administrator(
      'GET',
      `/api/v1/work?limit=3&after=${served.centre.host.position}${cursor}`,
    );
    const { items, nextCursor } = page.answer as {
      items: { workId: string }[];
      nextCursor?: string;
    };
    seen.push(...items.map(({ workId }) => workId));
    cursor = nextCursor === undefined ? '' : `&cursor=${nextCursor}`;
  } while (cursor !== '');
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 7).every((id) => ids.has(id))).toBe(true);
});
