import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let call: Caller;

beforeAll(async () => {
  served = await openHttpCentre();
  call = await served.callerWith([
    ...(['customers:read', 'customers:write', 'customers:erase', 'promises:write'] as const),
    ...(['interactions:read', 'interactions:write'] as const),
  ]);
  await call('PUT', '/api/v1/promises/mail', { body: { targetMs: 20_000, shareRatio: 0.8 } });
  // The audit follows the history a moment later; from then on it stands still between changes.
  const trail = served.centre.database.kysely.selectFrom('audit_trail').select('subject');
  await vi.waitFor(async () => expect(await trail.execute()).toContainEqual({ subject: 'mail' }), {
    timeout: 15_000,
  });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

let number = 0;
beforeEach(() => {
  number++;
});

const email = (name: string) => ({ kind: 'email', value: `${name}${number}@example.org` });

async function create(body: unknown, key?: string): Promise<string> {
  const { status, answer } = await call('POST', '/api/v1/customers', {
    body,
    ...(key !== undefined && { key }),
  });
  expect([status, answer['version']]).toEqual([201, 1]);
  return answer['customerId'] as string;
}

const lookUp = (body: unknown) => call('POST', '/api/v1/customers/lookup', { body });

/** Everything that belongs to customers, and who changed it. */
async function contents(): Promise<unknown> {
  const tables = [
    'customer',
    'customer_identity',
    'account',
    'audit_trail',
    'interaction',
    'message',
  ];
  const { pool } = served.centre.database;
  return await Promise.all(
    tables.map(
      async (table) => (await pool.query<object>(`select * from ${table} order by 1, 2, 3`)).rows,
    ),
  );
}

const ANN = {
  piiName: 'Ann Lee',
  tier: 'gold',
  language: 'de-CH',
  piiNeeds: [{ kind: 'handedness', piiText: 'left-handed' }],
  piiPreferences: { replyChannel: 'email', contactHours: { from: '09:00', until: '17:30' } },
};

describe('a customer', () => {
  test('is found again as he was made, by whatever he is recognised by', async () => {
    const identities = [
      email('Ann'),
      { kind: 'phone', value: '030 12345' + String(number), region: 'DE' },
    ];
    const externalId = `crm-${number}`;
    const customerId = await create({ ...ANN, externalId, identities });
    const { answer: ann } = await call('GET', `/api/v1/customers/${customerId}`);
    expect(ann).toMatchObject({
      ...ANN,
      customerId,
      externalId,
      identities: [
        { kind: 'email', value: `ann${number}@example.org` },
        { kind: 'phone', value: `+493012345${number}` },
      ],
    });
    for (const body of [
      { identity: { kind: 'email', value: ` ANN${number}@Example.Org` } },
      { identity: { kind: 'phone', value: `+49 30 12345${number}` } },
      { externalId },
    ]) {
      expect((await lookUp(body)).answer).toEqual(ann);
    }
    expect((await lookUp({ identity: email('nobody') })).status).toBe(404);
    expect((await lookUp({ externalId: 'none' })).status).toBe(404);
    for (const body of [{}, { externalId, identity: email('ann') }]) {
      expect(await lookUp(body)).toMatchObject({ status: 400, answer: { field: 'identity' } });
    }
  });

  test('is made once however often it is asked, and another one under that key is not', async () => {
    const body = { ...ANN, identities: [email('once')] };
    const ids = await Promise.all([1, 2, 3].map(() => create(body, `once-${number}`)));
    expect(new Set(ids).size).toBe(1);
    const other = { body: { ...body, piiName: 'Bea' }, key: `once-${number}` };
    expect((await call('POST', '/api/v1/customers', other)).status).toBe(422);
    await call('PUT', `/api/v1/customers/${String(ids[0])}`, { body: { piiName: 'Changed' } });
    expect(await create(body, `once-${number}`)).toBe(ids[0]);
  });

  test.each([
    ['an identity', { identities: [email('taken')] }, 'identities.0'],
    ['an external id', { externalId: 'crm-taken' }, 'externalId'],
  ])('does not get %s that is another’s', async (_what, given, field) => {
    const body = { ...given, ...('identities' in given && { identities: [email('taken')] }) };
    const owner = await create(body);
    const before = await contents();
    const refused = await call('POST', '/api/v1/customers', { body: { ...ANN, ...body } });
    expect(refused).toMatchObject({ status: 409, answer: { type: 'taken', field } });
    expect(refused.answer['title']).toContain(owner);
    expect(await contents()).toEqual(before);
  });

  test.each([
    [
      'an address that is none',
      { identities: [{ kind: 'email', value: 'x' }] },
      'identities.0.value',
    ],
    ['an account that is none', { accountId: 'account_none' }, 'accountId'],
    ['a language that is none', { language: 'German' }, 'language'],
    [
      'an hour that is none',
      { piiPreferences: { contactHours: { from: '9', until: '10:00' } } },
      'piiPreferences.contactHours.from',
    ],
    [
      'a preference that does not act',
      { piiPreferences: { colour: 'red' } },
      'piiPreferences.colour',
    ],
  ])('with %s is refused by name, and leaves nothing', async (_what, given, field) => {
    const before = await contents();
    const refused = await call('POST', '/api/v1/customers', { body: { ...ANN, ...given } });
    expect([refused.status, refused.answer['field']]).toEqual([400, field]);
    expect(await contents()).toEqual(before);
  });

  test('is changed only by who has seen him as he is, if he says so', async () => {
    const path = `/api/v1/customers/${await create(ANN)}`;
    const change = (body: unknown) => call('PUT', path, { body });
    expect((await change({ piiName: 'A. Lee', version: 1 })).answer).toMatchObject({ version: 2 });
    expect(await change({ piiName: 'Late', version: 1 })).toMatchObject({
      status: 409,
      answer: { type: 'version-wrong', field: 'version' },
    });
    const { answer } = await call('GET', path);
    expect(answer).toMatchObject({ piiName: 'A. Lee', version: 2, piiNeeds: [] });
    expect(answer['tier']).toBeUndefined();
    expect((await call('PUT', '/api/v1/customers/x', { body: {} })).status).toBe(404);
  });

  test('is recognised by what is added, and not by what is removed', async () => {
    const [ann, bea] = [await create({ identities: [email('a')] }), await create({})];
    const identities = (id: string) => `/api/v1/customers/${id}/identities`;
    for (let again = 0; again < 2; again++) {
      expect((await call('POST', identities(ann), { body: email('second') })).status).toBe(200);
    }
    expect((await lookUp({ identity: email('second') })).answer['customerId']).toBe(ann);
    const taken = await call('POST', identities(bea), { body: email('second') });
    expect(taken).toMatchObject({ status: 409, answer: { type: 'taken', field: 'value' } });
    const remove = (id: string) =>
      call('POST', `${identities(id)}/remove`, { body: email('second') });
    await remove(bea);
    expect((await lookUp({ identity: email('second') })).status).toBe(200);
    expect((await remove(ann)).status).toBe(200);
    expect((await lookUp({ identity: email('second') })).status).toBe(404);
    expect((await call('POST', identities(bea), { body: email('second') })).status).toBe(200);
    const { rows } = await served.centre.database.pool.query(
      'select action from audit_trail where subject = $1 order by ordinal',
      [ann],
    );
    expect(rows.map(({ action }: { action: string }) => action)).toEqual([
      'create-customer',
      'add-identity',
      'remove-identity',
    ]);
  });

  test('whose two identities are taken crosswise by others at once: somebody wins, nobody hangs', async () => {
    const [a, b] = [email('a'), email('b')];
    const asked = Array.from({ length: 10 }, (_, index) =>
      call('POST', '/api/v1/customers', { body: { identities: index % 2 ? [a, b] : [b, a] } }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });
});

describe('lists', () => {
  test('go on from page to page, of an account, or of those that are named', async () => {
    const { answer } = await call('POST', '/api/v1/accounts', { body: { piiName: 'Acme' } });
    const { accountId } = answer as { accountId: string };
    const ids = [];
    for (let count = 0; count < 3; count++) ids.push(await create({ accountId }));
    const list = async (query: string) =>
      (await call('GET', `/api/v1/customers?${query}`)).answer as {
        items: { customerId: string }[];
        nextCursor?: string;
      };
    const first = await list(`accountId=${accountId}&limit=2`);
    const second = await list(`accountId=${accountId}&limit=2&cursor=${first.nextCursor ?? ''}`);
    expect(second.nextCursor).toBeUndefined();
    expect([...first.items, ...second.items].map(({ customerId }) => customerId)).toEqual(
      ids.toSorted(),
    );
    const named = await list(`ids=${ids[0] ?? ''},${ids[2] ?? ''},none`);
    expect(named.items).toHaveLength(2);
    const many = Array.from({ length: 101 }, (_, index) => `c${index}`).join(',');
    const refused = await call('GET', `/api/v1/customers?ids=${many}`);
    expect([refused.status, refused.answer['field']]).toEqual([400, 'ids']);
  });

  test('do not show another centre, nor can it be changed or erased from here', async () => {
    const { kysely: db } = served.centre.database;
    const theirs = { centre: 'other', id: 'customer_other', pii_name: 'Secret' };
    await db.insertInto('customer').values(theirs).execute();
    const identity = { kind: 'email', pii_value: 'secret@example.org', customer_id: theirs.id };
    await db
      .insertInto('customer_identity')
      .values({ centre: 'other', ...identity })
      .execute();
    const path = '/api/v1/customers/customer_other';
    const secret = { kind: 'email', value: 'secret@example.org' };
    for (const [method, at, body] of [
      ['GET', path, undefined],
      ['PUT', path, {}],
      ['DELETE', path, undefined],
      ['POST', `${path}/identities`, secret],
      ['POST', `${path}/identities/remove`, secret],
      ['POST', '/api/v1/customers/lookup', { identity: secret }],
    ] as const) {
      const { status } = await call(method, at, body === undefined ? {} : { body });
      expect(status).toBe(404);
    }
    const { answer } = await call('GET', '/api/v1/customers?ids=customer_other');
    expect(answer['items']).toEqual([]);
    const row = db.selectFrom('customer').select('pii_name').where('id', '=', theirs.id);
    expect(await row.executeTakeFirst()).toEqual({ pii_name: 'Secret' });
  });
});

describe('erasure', () => {
  test('leaves no word of the customer in any table, and every id', async () => {
    const word = `xyzzy${number}`;
    const identities = [{ kind: 'email', value: `${word}@example.org` }];
    const customerId = await create({
      ...{ identities, piiName: word, externalId: word },
      piiNeeds: [{ kind: 'other', piiText: word }],
    });
    const arrival = { channel: 'email', requirements: [], promiseId: 'mail' };
    const body = { ...arrival, customerId, piiSubject: word, piiText: `${word} said this` };
    const { answer } = await call('POST', '/api/v1/interactions', {
      body,
      key: `erased-${number}`,
    });
    const said = { piiText: `and ${word}`, from: 'customer' };
    const messages = `/api/v1/interactions/${String(answer['interactionId'])}/messages`;
    await call('POST', messages, { body: said });
    for (let again = 0; again < 2; again++) {
      expect((await call('DELETE', `/api/v1/customers/${customerId}`)).status).toBe(200);
    }
    expect(await tablesWith(word)).toEqual([]);
    const { answer: erased } = await call('GET', `/api/v1/customers/${customerId}`);
    expect(erased).toMatchObject({ customerId, identities: [], piiNeeds: [] });
    expect(erased['erasedAt']).toBeTypeOf('number');
    const { answer: page } = await call('GET', messages);
    expect(page['items']).toMatchObject([{ ordinal: 1 }, { ordinal: 2 }]);
    // Repeated after the erasure, the request brings nothing back.
    const before = await contents();
    const repeated = await call('POST', '/api/v1/interactions', { body, key: `erased-${number}` });
    expect(repeated.status).toBe(404);
    expect(await contents()).toEqual(before);
    expect((await call('PUT', `/api/v1/customers/${customerId}`, { body: ANN })).status).toBe(409);
    expect((await call('DELETE', '/api/v1/customers/x')).status).toBe(404);
  });

  test('of who was made by writing: a repeated request brings him not back, a new one makes another', async () => {
    const identity = { kind: 'email', value: `wrote${number}@example.org` };
    const arrival = { channel: 'email', requirements: [], promiseId: 'mail' };
    const body = { ...arrival, identity, piiText: 'Hello' };
    const key = `wrote-${number}`;
    const first = await call('POST', '/api/v1/interactions', { body, key });
    const { customerId } = first.answer as { customerId: string };
    await call('DELETE', `/api/v1/customers/${customerId}`);
    const before = await contents();
    expect(await call('POST', '/api/v1/interactions', { body, key })).toEqual(first);
    expect(await contents()).toEqual(before);
    const next = await call('POST', '/api/v1/interactions', { body });
    expect(next.status).toBe(201);
    expect(next.answer['customerId']).not.toBe(customerId);
  });

  /** The tables in which a word stands. */
  async function tablesWith(word: string): Promise<readonly string[]> {
    const { pool } = served.centre.database;
    const { rows } = await pool.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       order by relname`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await pool.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [
        `%${word}%`,
      ]);
      if (hit.rows.length > 0) found.push(name);
    }
    return found;
  }
});

describe('an account', () => {
  test('is made once, found by how its name begins, and changed', async () => {
    const body = { piiName: `Größe_${number} AG`, externalId: `erp-${number}` };
    const key = `account-${number}`;
    const [first, second] = [
      await call('POST', '/api/v1/accounts', { body, key }),
      await call('POST', '/api/v1/accounts', { body, key }),
    ];
    expect(second).toEqual(first);
    const { accountId } = first.answer as { accountId: string };
    const other = { body: { ...body, piiName: 'Other' }, key };
    expect((await call('POST', '/api/v1/accounts', other)).status).toBe(422);
    expect(await call('POST', '/api/v1/accounts', { body })).toMatchObject({
      status: 409,
      answer: { type: 'taken', field: 'externalId' },
    });
    const named = async (prefix: string) => {
      const { answer } = await call(
        'GET',
        `/api/v1/accounts?namePrefix=${encodeURIComponent(prefix)}`,
      );
      return (answer['items'] as { accountId: string }[]).map((account) => account.accountId);
    };
    expect(await named(`GRÖSSE_${number}`)).toEqual([]);
    expect(await named(`größe_${number}`)).toEqual([accountId]);
    expect(await named('gr%')).toEqual([]);
    const path = `/api/v1/accounts/${accountId}`;
    const changed = await call('PUT', path, {
      body: { piiName: 'Acme', tier: 'gold', version: 1 },
    });
    expect(changed.answer).toEqual({ accountId, version: 2 });
    expect((await call('PUT', path, { body: { piiName: 'Late', version: 1 } })).status).toBe(409);
    expect((await call('GET', path)).answer).toMatchObject({ piiName: 'Acme', tier: 'gold' });
    expect((await call('GET', '/api/v1/accounts/none')).status).toBe(404);
    expect((await call('PUT', '/api/v1/accounts/none', { body })).status).toBe(404);
  });
});
