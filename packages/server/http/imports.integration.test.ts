import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../operations/audit.ts';
import { createApiKey } from '../identity/api-keys.ts';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let administrator: Caller;
let secret: string;

beforeAll(async () => {
  served = await openHttpCentre({ environment: { RAPPORT_REGION: 'CH' } });
  administrator = await served.callerWith(SCOPES);
  const db = served.centre.database.kysely;
  const centre = served.centre.name;
  ({ secret } = await createApiKey(db, { centre, name: 'test', scopes: ['imports:write'] }));
  await db.insertInto('team').values({ centre, id: 'team_1', name: 'Front desk' }).execute();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function upload(query: string, body: string | readonly string[], key?: string) {
  const response = await fetch(`${served.address}/api/v1/imports?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'text/csv; charset=utf-8',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: typeof body === 'string' ? body : body.join('\r\n'),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

/** Waits until an import, or its undoing, has ended. */
async function ended(importId: unknown) {
  const read = async () =>
    (await administrator('GET', `/api/v1/imports/${String(importId)}`)).answer;
  await expect
    .poll(async () => (await read())['status'], { timeout: 20_000 })
    .toMatch(/^(done|failed|undone)$/);
  return await read();
}

async function take(query: string, body: readonly string[]) {
  const { status, answer } = await upload(query, body);
  expect(status).toBe(201);
  return await ended(answer['importId']);
}

const AGENTS = [
  'Login,Full name,Team,Skills,Capacity',
  'ted,Ted Jones,front desk,"billing:3@2026-05-01; french:5",',
  'ann,Ann Lee,,billing:4,"20; phone:20; chat:4"',
  'bob,Bob,,billing:9,',
  'una,Una,,billing:3@2026-02-30,',
  'eve,Eve,Back office,,',
];

test('a file of another type is told which one is expected', async () => {
  const response = await fetch(`${served.address}/api/v1/imports?kind=agents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await response.json()).toEqual({
    type: 'media-type-unsupported',
    title: 'The body is of another type; expected text/csv or text/calendar.',
    status: 415,
  });
});

test('agents and bonds go to the desk, and come back from it', async () => {
  const agents = await take('kind=agents', AGENTS);
  expect(agents).toMatchObject({ counts: { created: 2, refused: 3 } });
  const faults = await administrator('GET', `/api/v1/imports/${String(agents['importId'])}/faults`);
  expect(faults.answer).toMatchObject({
    items: [
      { line: 4, column: 'Skills', code: 'skill-invalid', piiFound: 'billing:9' },
      { line: 5, column: 'Skills', code: 'skill-invalid', piiFound: 'billing:3@2026-02-30' },
      { line: 6, column: 'Team', code: 'team-unknown', piiFound: 'Back office' },
    ],
  });
  const again = await take('kind=agents', AGENTS);
  expect(again).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 2, refused: 3 } });
  const { answer: list } = await administrator('GET', '/api/v1/agents');
  expect(list['items']).toContainEqual(
    expect.objectContaining({
      piiName: 'Ted Jones',
      skills: [
        { skill: 'billing', level: 3, assessedOn: '2026-05-01' },
        { skill: 'french', level: 5 },
      ],
    }),
  );

  await take('kind=customers', ['id,email', 'C1,c1@example.org', 'C2,', 'C3,']);
  const bonds = await take('kind=bonds', [
    'Customer,Owner,Deputies',
    'C1@example.org,ted,Ann Lee',
    'C2,ANN LEE,',
    'C3,nobody,',
    'C9,ted,',
  ]);
  expect(bonds).toMatchObject({ counts: { created: 2, refused: 2 } });
  const db = served.centre.database.kysely;
  const rows = await db.selectFrom('view_bond').select(['owner_id', 'deputy_ids']).execute();
  expect(rows).toHaveLength(2);
  expect(rows.every(({ owner_id: owner }) => owner !== null)).toBe(true);

  const changed = await take('kind=bonds', ['customer,owner', 'C1,ann']);
  expect(changed).toMatchObject({ counts: { refused: 1 } });
  const swapped = await take('kind=bonds', ['customer,owner,deputies', 'C2,ted,ann']);
  expect(swapped).toMatchObject({ counts: { changed: 1 } });
  for (const { importId } of [swapped, bonds]) {
    const begun = await administrator('POST', `/api/v1/imports/${String(importId)}/undo`);
    expect(begun.status).toBe(200);
    await ended(importId);
  }
  await expect
    .poll(() => db.selectFrom('view_bond').select(['owner_id', 'deputy_ids']).execute())
    .toEqual([
      { owner_id: null, deputy_ids: '[]' },
      { owner_id: null, deputy_ids: '[]' },
    ]);

  const { items } = (await administrator('GET', '/api/v1/agents')).answer as {
    items: { agentId: string; piiName: string }[];
  };
  const ted = items.find(({ piiName }) => piiName === 'Ted Jones')?.agentId ?? '';
  await administrator('POST', `/api/v1/agents/${ted}/state`, { body: { state: 'ready' } });
  const path = `/api/v1/imports/${String(agents['importId'])}`;
  await administrator('POST', `${path}/undo`);
  expect(await ended(agents['importId'])).toMatchObject({ status: 'undone' });
  expect((await administrator('GET', `${path}/rows?isKept=true`)).answer).toMatchObject({
    items: [{ line: 2, subject: ted, undone: 'agent-on-duty' }],
  });
  await expect
    .poll(async () => (await administrator('GET', '/api/v1/agents')).answer['items'])
    .toMatchObject([{ agentId: ted }]);

  // Whoever was retired comes back as the same.
  const back = await take('kind=agents', AGENTS.slice(0, 3));
  expect(back).toMatchObject({ counts: { created: 1, unchanged: 1 } });
  const { faults: found } = await audit(db, served.centre.name);
  expect(Object.entries(found).filter(([, count]) => count !== 0)).toEqual([]);
}, 60_000);

test('an agent who was there without an external id is found by his name, and keeps the id', async () => {
  const nora = await administrator('POST', '/api/v1/agents', {
    body: { piiName: 'Nora Nowak', skills: [] },
  });
  const rows = ['login,name', 'nora,nora  NOWAK', 'other,Nora Nowak'];
  const taken = await take('kind=agents', rows);
  expect(taken).toMatchObject({ counts: { created: 1, changed: 1, refused: 0 } });
  const again = await take('kind=agents', rows);
  expect(again).toMatchObject({ counts: { created: 0, unchanged: 2, refused: 0 } });
  const db = served.centre.database.kysely;
  const found = db.selectFrom('agent_profile').select(['agent_id', 'external_id']);
  const kept = await found.where('external_id', '=', 'nora').execute();
  expect(kept).toEqual([{ agent_id: nora.answer['agentId'], external_id: 'nora' }]);
  await administrator('POST', `/api/v1/imports/${String(taken['importId'])}/undo`);
  await ended(taken['importId']);
  expect(await found.where('external_id', '=', 'nora').execute()).toEqual([]);
}, 60_000);

test('telephone numbers are read in the region of the centre where the import names none', async () => {
  for (const [query, value] of [
    ['kind=customers', '+41792223344'],
    ['kind=customers&region=FR', '+33792223344'],
  ] as const) {
    const { importId } = await take(query, ['id,phone', `${query},079 222 33 44`]);
    const rows = await administrator('GET', `/api/v1/imports/${String(importId)}/rows`);
    expect(rows.answer).toMatchObject({ items: [{ piiAfter: { identities: [{ value }] } }] });
  }
});

test('a request that is repeated imports once; another file under its key is turned away', async () => {
  const first = await upload('kind=accounts', ['id,name', 'A1,Acme'], 'key-1');
  await ended(first.answer['importId']);
  const second = await upload('kind=accounts', ['id,name', 'A1,Acme'], 'key-1');
  expect(second.answer['importId']).toBe(first.answer['importId']);
  expect(second.answer).toMatchObject({ status: 'done' });
  const other = await upload('kind=accounts', ['id,name', 'A1,Other'], 'key-1');
  expect(other).toMatchObject({ status: 422, answer: { type: 'command-id-reused' } });
});

test('what cannot be imported is told by field, and begins nothing', async () => {
  const before = (await administrator('GET', '/api/v1/imports')).answer['items'] as unknown[];
  expect(await upload('kind=customers', ['name', 'Ann'])).toMatchObject({
    status: 400,
    answer: { type: 'field-missing', field: 'map' },
  });
  expect(await upload('kind=customers&map=nonsense', ['id', 'C1'])).toMatchObject({
    status: 400,
    answer: { type: 'map-invalid', field: 'map' },
  });
  expect(await upload('kind=people', ['id', 'C1'])).toMatchObject({
    status: 400,
    answer: { field: 'kind' },
  });
  expect(await upload('kind=customers&region=ZZ', ['id', 'C1'])).toMatchObject({
    status: 400,
    answer: { field: 'region' },
  });
  const json = await administrator('POST', '/api/v1/imports?kind=customers', { body: {} });
  expect(json).toMatchObject({ status: 415 });
  const none = await administrator('POST', '/api/v1/imports?kind=customers');
  expect(none).toMatchObject({ status: 400, answer: { type: 'file-missing' } });
  expect((await administrator('POST', '/api/v1/imports/import_x/undo')).status).toBe(404);
  const stranger = await served.callerWith(['customers:write']);
  expect((await stranger('GET', '/api/v1/imports')).status).toBe(403);
  const after = (await administrator('GET', '/api/v1/imports')).answer['items'] as unknown[];
  expect(after).toHaveLength(before.length);
});

test('bonds are imported for topics, channels and a while, and come back', async () => {
  await take('kind=agents', ['Login,Name', 'bo1,Bo One', 'bo2,Bo Two']);
  await take('kind=customers', ['id,email', 'B1,b1@example.org']);
  const lastDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const rows = [
    'customer,owner,deputies,topic,channel,valid until,origin',
    'B1,bo1,,,,,',
    'B1,bo2,bo1,invoice,,,',
    'B1,bo2,,,chat,,customer-asked',
    `B1,bo2,,,,${lastDay},`,
    'B1,bo2,,,pigeon,,',
    'B1,bo2,,,fax,2020-02-02,',
    'B1,bo2,,,web,,himself',
  ];
  const first = await take('kind=bonds', rows);
  expect(first).toMatchObject({ counts: { created: 4, refused: 3 } });
  const path = `/api/v1/imports/${String(first['importId'])}`;
  expect((await administrator('GET', `${path}/faults`)).answer).toMatchObject({
    items: [
      { line: 6, column: 'channel', code: 'channel-invalid', piiFound: 'pigeon' },
      { line: 7, column: 'valid until', code: 'date-invalid' },
      { line: 8, column: 'origin', code: 'origin-invalid' },
    ],
  });
  const bond = await bondOf('B1');
  expect(bond).toMatchObject({
    ownerId: await agentId('bo1'),
    declarations: [
      { topic: 'invoice', ownerId: await agentId('bo2'), deputyIds: [await agentId('bo1')] },
      { channel: 'chat', ownerId: await agentId('bo2'), origin: 'customer-asked' },
      { ownerId: await agentId('bo2') },
    ],
  });
  const { untilAt = 0 } = (bond['declarations'] as readonly { untilAt?: number }[])[2] ?? {};
  expect(untilAt).toBeGreaterThan(Date.parse(lastDay));
  const again = await take('kind=bonds&region=CH', rows);
  expect(again).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 4, refused: 3 } });
  // In this order the second would end the first.
  const turned = await take('kind=bonds', [
    rows[0] ?? '',
    `B1,bo1,,fee,,${lastDay},`,
    'B1,bo2,,fee,,,',
  ]);
  const faults = await administrator('GET', `/api/v1/imports/${String(turned['importId'])}/faults`);
  expect(faults.answer).toMatchObject({ items: [{ line: 3, code: 'bond-ends' }] });
  for (const importId of [turned['importId'], first['importId']]) {
    await administrator('POST', `/api/v1/imports/${String(importId)}/undo`);
    expect(await ended(importId)).toMatchObject({ status: 'undone' });
  }
  await expect.poll(() => bondOf('B1')).toMatchObject({ declarations: [], deputyIds: [] });
  expect(await bondOf('B1')).not.toHaveProperty('ownerId');
}, 60_000);

test('for whom a customer asked himself stays, unless a row says where it comes from', async () => {
  await take('kind=agents', ['Login,Name', 'wa1,Wa One', 'wa2,Wa Two']);
  await take('kind=customers', ['id,email', 'W1,w1@example.org']);
  await take('kind=bonds', ['customer,owner,origin', 'W1,wa1,customer-asked']);
  const other = await take('kind=bonds', ['customer,owner', 'W1,wa2']);
  const faults = await administrator('GET', `/api/v1/imports/${String(other['importId'])}/faults`);
  expect(faults.answer).toMatchObject({
    items: [{ line: 2, column: 'owner', code: 'customer-asked', piiFound: 'wa2' }],
  });
  const deputy = await take('kind=bonds', ['customer,owner,deputies', 'W1,wa1,wa2']);
  expect(deputy).toMatchObject({ counts: { changed: 1 } });
  await expect
    .poll(() => bondOf('W1'))
    .toMatchObject({ origin: 'customer-asked', deputyIds: [await agentId('wa2')] });
  const said = ['customer,owner,deputies,origin', 'W1,wa2,wa1,declared'];
  const changed = await take('kind=bonds', said);
  expect(changed).toMatchObject({ counts: { changed: 1 } });
  await expect.poll(() => bondOf('W1')).toMatchObject({ ownerId: await agentId('wa2') });
  expect((await bondOf('W1'))['origin']).not.toBe('customer-asked');
  await administrator('POST', `/api/v1/imports/${String(changed['importId'])}/undo`);
  await ended(changed['importId']);
  await expect
    .poll(() => bondOf('W1'))
    .toMatchObject({ ownerId: await agentId('wa1'), origin: 'customer-asked' });
}, 60_000);

async function agentId(login: string): Promise<string> {
  const { agent_id: id } = await served.centre.database.kysely
    .selectFrom('agent_profile')
    .select('agent_id')
    .where('centre', '=', served.centre.name)
    .where('external_id', '=', login)
    .executeTakeFirstOrThrow();
  return id;
}

async function bondOf(externalId: string) {
  const { id } = await served.centre.database.kysely
    .selectFrom('customer')
    .select('id')
    .where('centre', '=', served.centre.name)
    .where('external_id', '=', externalId)
    .executeTakeFirstOrThrow();
  return (await administrator('GET', `/api/v1/customers/${id}/bond`)).answer;
}
