import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let administrator: Caller;
let ted = '';
let ann = '';

beforeAll(async () => {
  served = await openHttpCentre();
  administrator = await served.callerWith(SCOPES);
  await put('promises/soon', { targetMs: 60_000, shareRatio: 0.8 });
  for (const piiName of ['Ted', 'Ann']) {
    const { answer } = await administrator('POST', '/api/v1/agents', {
      body: { piiName, skills: [] },
    });
    if (ted === '') ted = answer['agentId'] as string;
    else ann = answer['agentId'] as string;
  }
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const put = (path: string, body: object) => administrator('PUT', `/api/v1/${path}`, { body });
const post = (path: string, body: object) => administrator('POST', `/api/v1/${path}`, { body });

/** Reads what was written so far. */
const get = (path: string) =>
  administrator('GET', `/api/v1/${path}?after=${served.centre.host.position}`);

async function customer(terms: object = {}): Promise<string> {
  const { status, answer } = await post('customers', terms);
  expect(status).toBe(201);
  return answer['customerId'] as string;
}

/** Who of those who know the customer would be asked first for such an item, were anybody there. */
async function passedOver(customerId: string, terms: object = {}): Promise<unknown> {
  const { answer } = await post('work', {
    channel: 'phone',
    customerId,
    requirements: [],
    promiseId: 'soon',
    ...terms,
  });
  const workId = answer['workId'] as string;
  const told = await administrator('GET', `/api/v1/work/${workId}/explanation`);
  return (told.answer['passedOver'] as { agentId: string; standing: string }[]).map(
    ({ agentId, standing }) => [agentId, standing],
  );
}

// First, because items of others are left waiting for anybody.
test('a bond is not earned by a contact that went badly', async () => {
  const dispositions = [
    { code: 'solved', name: 'Solved' },
    { code: 'quarrel', name: 'Left in anger', isPoor: true },
  ];
  await put('dispositions', { dispositions });
  const agent = await served.callerWith(SCOPES, ted);
  await agent('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  const id = await customer();
  const serve = async (disposition: string) => {
    const work = { channel: 'phone', customerId: id, requirements: [], promiseId: 'soon' };
    const { answer } = await post('work', { ...work, priority: 10 });
    const item = `/api/v1/work/${answer['workId'] as string}`;
    expect((await agent('POST', `${item}/accept`)).status).toBe(200);
    await agent('POST', `${item}/complete`, { body: { disposition } });
    return (await get(`customers/${id}/bond`)).answer['earned'];
  };
  expect(await serve('quarrel')).toEqual([]);
  expect(await serve('solved')).toMatchObject([{ agentId: ted, strength: 0.2 }]);
  await agent('POST', '/api/v1/me/state', { body: { state: 'signed-out' } });
});

describe('a bond', () => {
  test('for a topic comes before the general one, and is told with who declared it', async () => {
    const id = await customer();
    await put(`customers/${id}/bond`, { ownerId: ted, deputyIds: [] });
    const invoice = { topic: 'invoice', ownerId: ann, deputyIds: [], origin: 'customer-asked' };
    await put(`customers/${id}/bond`, invoice);
    expect(await passedOver(id, { topic: 'invoice' })).toEqual([
      [ann, 'topic-owner'],
      [ted, 'owner'],
    ]);
    expect(await passedOver(id)).toEqual([[ted, 'owner']]);
    expect((await get(`customers/${id}/bond`)).answer).toMatchObject({
      ownerId: ted,
      declarations: [invoice],
    });
    const { items } = (await get(`customers/${id}/bond/changes`)).answer as { items: object[] };
    expect(items).toMatchObject([
      { kind: 'declared', topic: 'invoice', ownerId: ann, origin: 'customer-asked' },
      { kind: 'declared', ownerId: ted },
    ]);
    expect(items).toHaveLength(2);
  });

  test('until a moment leaves what is for good as it is', async () => {
    const id = await customer();
    await put(`customers/${id}/bond`, { ownerId: ted, deputyIds: [] });
    const untilAt = Date.now() + 86_400_000;
    await put(`customers/${id}/bond`, { ownerId: ann, deputyIds: [], untilAt });
    expect(await passedOver(id)).toEqual([
      [ann, 'owner'],
      [ted, 'deputy'],
    ]);
    const over = await put(`customers/${id}/bond`, { deputyIds: [], untilAt: 1 });
    expect(over).toMatchObject({ status: 400, answer: { field: 'untilAt' } });
  });

  test('of an account counts for its people, wherever that is written down', async () => {
    const { answer } = await post('accounts', { piiName: 'Works' });
    const accountId = answer['accountId'] as string;
    expect(await put(`accounts/${accountId}/bond`, { ownerId: ann, deputyIds: [] })).toMatchObject({
      status: 200,
    });
    expect((await get(`accounts/${accountId}/bond`)).answer).toEqual({
      accountId,
      declarations: [{ ownerId: ann, deputyIds: [] }],
    });
    const id = await customer({ accountId });
    await put(`customers/${id}/bond`, { ownerId: ted, deputyIds: [] });
    await vi.waitFor(
      async () => {
        expect(await passedOver(id)).toEqual([
          [ted, 'owner'],
          [ann, 'account-owner'],
        ]);
      },
      { timeout: 15_000, interval: 500 },
    );
    await put(`customers/${id}`, {});
    await vi.waitFor(
      async () => {
        expect(await passedOver(id)).toEqual([[ted, 'owner']]);
      },
      { timeout: 15_000, interval: 500 },
    );
    expect(await put('accounts/nowhere/bond', { deputyIds: [] })).toMatchObject({ status: 404 });
  });

  test('keeps apart whom somebody refused', async () => {
    const id = await customer();
    await put(`customers/${id}/bond`, { ownerId: ted, deputyIds: [] });
    const wishes = { isNewPreferred: false, refusals: [{ agentId: ted, by: 'customer' }] };
    await put(`customers/${id}/bond/wishes`, wishes);
    const { answer } = await post('work', {
      channel: 'phone',
      customerId: id,
      requirements: [],
      promiseId: 'soon',
    });
    const told = await administrator(
      'GET',
      `/api/v1/work/${answer['workId'] as string}/explanation`,
    );
    expect(told.answer).toMatchObject({ passedOver: [{ agentId: ted, obstacle: 'refused' }] });
    expect(told.answer['piiText']).toContain('is never asked for this customer');
    expect((await get(`customers/${id}/bond`)).answer).toMatchObject(wishes);
  });
});

describe('two customers who are one person', () => {
  test('are one with the bonds and addresses of both, and two again as they were', async () => {
    const email = (value: string) => ({ identities: [{ kind: 'email', value }] });
    const [kept, merged] = [
      await customer(email('bill@example.org')),
      await customer(email('william@example.org')),
    ];
    await put(`customers/${kept}/bond`, { ownerId: ted, deputyIds: [] });
    await put(`customers/${merged}/bond`, { ownerId: ann, deputyIds: [] });
    const before = await Promise.all([kept, merged].map((id) => get(`customers/${id}/bond`)));
    expect(await post(`customers/${kept}/merge`, { mergedId: merged })).toMatchObject({
      status: 200,
    });
    const both = [
      [ted, 'owner'],
      [ann, 'deputy'],
    ];
    expect(await passedOver(kept)).toEqual(both);
    expect(await passedOver(merged)).toEqual(both);
    expect((await get(`customers/${kept}/bond`)).answer).toMatchObject({ mergedIds: [merged] });
    expect((await get(`customers/${merged}/bond`)).answer).toMatchObject({ mergedInto: kept });
    const found = await post('customers/lookup', {
      identity: { kind: 'email', value: 'william@example.org' },
    });
    expect(found.answer).toMatchObject({
      customerId: kept,
      identities: [{ value: 'bill@example.org' }, { value: 'william@example.org' }],
    });
    for (const wrong of [kept, 'nobody']) {
      const { status } = await post(`customers/${kept}/merge`, { mergedId: wrong });
      expect(status).toBeGreaterThanOrEqual(400);
    }
    await post(`customers/${kept}/split`, { mergedId: merged });
    expect(await passedOver(kept)).toEqual([[ted, 'owner']]);
    expect(await passedOver(merged)).toEqual([[ann, 'owner']]);
    const after = await Promise.all([kept, merged].map((id) => get(`customers/${id}/bond`)));
    expect(after.map(({ answer }) => answer)).toEqual(before.map(({ answer }) => answer));
    expect(await post(`customers/${kept}/split`, { mergedId: merged })).toMatchObject({
      status: 409,
    });
  });

  test('show what either of them has said', async () => {
    const [kept, merged] = [await customer(), await customer()];
    const { answer } = await post('interactions', {
      channel: 'email',
      customerId: merged,
      piiText: 'Hello',
      requirements: [],
      promiseId: 'soon',
    });
    await post(`customers/${kept}/merge`, { mergedId: merged });
    await get(`customers/${kept}/bond`);
    const list = await administrator('GET', `/api/v1/interactions?customerId=${kept}`);
    expect(list.answer['items']).toMatchObject([{ interactionId: answer['interactionId'] }]);
  });
});

describe('the bonds of somebody who leaves', () => {
  async function leaver(): Promise<string> {
    const { answer } = await post('agents', { piiName: 'Lea', skills: [] });
    return answer['agentId'] as string;
  }

  const ownerOf = async (customerId: string): Promise<unknown> =>
    (await get(`customers/${customerId}/bond`)).answer['ownerId'];

  test('go to a deputy or a successor as he is retired, and come back where nobody changed them', async () => {
    const lea = await leaver();
    const [covered, alone, changed] = [await customer(), await customer(), await customer()];
    await put(`customers/${covered}/bond`, { ownerId: lea, deputyIds: [ann] });
    for (const id of [alone, changed]) {
      await put(`customers/${id}/bond`, { ownerId: lea, deputyIds: [] });
    }
    const gone = await administrator('DELETE', `/api/v1/agents/${lea}?successorId=${ted}`);
    expect(gone.status).toBe(200);
    expect(await ownerOf(covered)).toBe(ann);
    expect(await ownerOf(alone)).toBe(ted);
    await put(`customers/${changed}/bond`, { ownerId: ann, deputyIds: [] });
    expect((await post(`agents/${lea}/bonds/restore`, {})).status).toBe(200);
    expect(await ownerOf(covered)).toBe(lea);
    expect(await ownerOf(alone)).toBe(lea);
    expect(await ownerOf(changed)).toBe(ann);
  });

  test('are told before they go, and after he has left them to nobody', async () => {
    const lea = await leaver();
    for (const deputyIds of [[ann], [], []]) {
      await put(`customers/${await customer()}/bond`, { ownerId: lea, deputyIds });
    }
    const { answer } = await post('accounts', { piiName: 'Bolt' });
    const accountId = answer['accountId'] as string;
    await put(`accounts/${accountId}/bond`, { ownerId: lea, deputyIds: [] });
    const heirs = async (query: string): Promise<unknown> => {
      const { answer: told } = await administrator(
        'GET',
        `/api/v1/agents/${lea}/bonds/heirs${query}`,
      );
      const items = told['items'] as readonly { readonly agentId?: string }[];
      return new Map(items.map(({ agentId, ...count }) => [agentId, count]));
    };
    const [one, rest] = [
      { customerCount: 1, accountCount: 0 },
      { customerCount: 2, accountCount: 1 },
    ];
    expect(await heirs('')).toEqual(
      new Map<unknown, object>([
        [ann, one],
        [undefined, rest],
      ]),
    );
    expect(await heirs(`?toAgentId=${ted}`)).toEqual(
      new Map([
        [ann, one],
        [ted, rest],
      ]),
    );
    const unknown = `/api/v1/agents/${lea}/bonds/heirs?toAgentId=nobody`;
    expect((await administrator('GET', unknown)).status).toBe(404);
    const himself = `/api/v1/agents/${lea}/bonds/heirs?toAgentId=${lea}`;
    expect(await administrator('GET', himself)).toMatchObject({
      status: 400,
      answer: { field: 'toAgentId' },
    });
    const left = async (): Promise<unknown> => {
      const { answer: told } = await administrator('GET', '/api/v1/bonds/leavers');
      const items = told['items'] as readonly { readonly agentId: string }[];
      return items.filter(({ agentId }) => agentId === lea);
    };
    expect(await left()).toEqual([]);
    await administrator('DELETE', `/api/v1/agents/${lea}`);
    expect(await left()).toEqual([{ agentId: lea, piiName: 'Lea', ...rest }]);
    await post(`agents/${lea}/bonds/rehome`, { toAgentId: ann });
    expect(await left()).toEqual([]);
  });

  test('are not left to nobody by whoever gives them away', async () => {
    const lea = await leaver();
    const alone = await customer();
    await put(`customers/${alone}/bond`, { ownerId: lea, deputyIds: [] });
    const orphaned = await post(`agents/${lea}/bonds/rehome`, {});
    expect(orphaned).toMatchObject({ status: 409, answer: { type: 'bonds-orphaned' } });
    expect((await post(`agents/${lea}/bonds/rehome`, { toAgentId: ann })).status).toBe(200);
    expect(await ownerOf(alone)).toBe(ann);
  });
});

test('a customer goes before others for as long as somebody answers for it', async () => {
  const id = await customer();
  const path = `/api/v1/customers/${id}/credit`;
  const untilAt = Date.now() + 3_600_000;
  const priorityOf = async (): Promise<unknown> => {
    const item = { channel: 'phone', customerId: id, requirements: [], promiseId: 'soon' };
    const { answer } = await post('work', item);
    return (await get(`work/${answer['workId'] as string}`)).answer['priority'];
  };
  expect((await put(`customers/${id}/credit`, { priority: 0.5, untilAt })).status).toBe(200);
  expect(await priorityOf()).toBe(0.5);
  const listed = await administrator('GET', '/api/v1/credits');
  expect(listed.answer).toMatchObject({
    creditsMax: 50,
    items: [{ customerId: id, priority: 0.5, untilAt, ownerId: expect.any(String) as string }],
  });
  expect((await administrator('DELETE', path)).status).toBe(200);
  expect(await priorityOf()).toBe(0);
  expect((await administrator('DELETE', path)).status).toBe(409);
  expect((await put(`customers/${id}/credit`, { priority: 0, untilAt })).status).toBe(400);
});
