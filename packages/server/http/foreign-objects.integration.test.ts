import { type Route, type RouteName, ROLES, ROUTES, SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, callerAs, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { leastOf } from '../testing/least-of.ts';
import { externalTestDatabase, urlOfDatabase } from '../testing/test-database.ts';

/*
 * Two centres in one database. The other one holds something of each kind that a path can name, with a
 * mark on it; whoever may do everything in ours walks all routes with its ids, and so does a colleague
 * there. Routes are not known here by name: one that names something of a new kind fails until that is
 * made too.
 */

const MARK = 'quokka';

const GUARDED = Object.entries(ROUTES).filter(
  ([, { access }]) => typeof access !== 'string',
) as readonly (readonly [RouteName, Route])[];

const stack = new AsyncDisposableStack();
let ours: HttpCentre;
let theirs: HttpCentre;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  const database = await externalTestDatabase();
  stack.defer(() => database.close());
  const open = async (name: string): Promise<HttpCentre> => {
    const environment = {
      ...{ DATABASE_URL: urlOfDatabase(database), RAPPORT_CENTRE: name },
      RAPPORT_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
    };
    return stack.use(await openHttpCentre({ environment }));
  };
  ours = await open('ours');
  theirs = await open('theirs');
  ids = await furnish(theirs);
});

afterAll(() => stack.disposeAsync());

/** Makes something of each kind, and returns the ids by the names that paths have for them. */
async function furnish({ address, callerWith, secretWith, signedInAs }: HttpCentre) {
  const boss = await signedInAs(ROLES);
  const made: Record<string, string> = {
    ...{ personId: boss.personId, divisionId: MARK, siteId: MARK, teamId: MARK, entryId: MARK },
    ...{ calendarId: MARK, promiseId: MARK, agreementId: MARK },
    // Numbers and texts that every centre has, and what lives in the process of its centre alone.
    ...{ ordinal: '1', eventId: '1:0', previewId: MARK },
  };
  const askAs = (call: Caller) => async (method: string, path: string, body?: unknown) => {
    const { status, answer } = await call(method, `/api/v1/${path}`, {
      ...(body !== undefined && { body }),
    });
    expect(status, `${path}: ${JSON.stringify(answer)}`).toBeLessThan(300);
    for (const [name, id] of Object.entries(answer)) {
      if (name.endsWith('Id')) made[name] = String(id);
    }
    return answer;
  };
  const ask = askAs(await callerWith(SCOPES));
  const name = MARK;
  await ask('PUT', `divisions/${MARK}`, { name });
  await ask('PUT', `sites/${MARK}`, { name, timeZone: 'Europe/Zurich' });
  await ask('PUT', `teams/${MARK}`, { name });
  const days = Array.from({ length: 7 }, () => []);
  await ask('PUT', `calendars/${MARK}/week`, { timeZone: 'UTC', days, specialDays: [] });
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  await ask('PUT', `promises/${MARK}`, promise);
  await ask('PUT', `agreements/${MARK}`, { serves: { divisionId: MARK }, terms: [promise] });
  const entry = { name, channel: 'chat', isOpen: true, origins: [], requirements: [] };
  await ask('PUT', `entry-points/${MARK}`, { ...entry, promiseId: MARK });
  await ask('POST', 'accounts', { piiName: MARK });
  await ask('POST', 'webhooks', {
    ...{ url: `http://127.0.0.1:9/${MARK}`, description: MARK, isEnabled: false },
  });
  await ask('POST', 'agents', { piiName: MARK, skills: [], teamId: MARK });
  const asAgent = askAs(await callerWith(SCOPES, made['agentId']));
  const customer = { piiName: MARK, identities: [{ kind: 'email', value: `${MARK}@a.example` }] };
  const { customerId } = await ask('POST', 'customers', customer);
  await ask('PUT', `customers/${String(customerId)}/bond`, {
    ownerId: made['agentId'],
    deputyIds: [],
  });
  await asAgent('POST', 'me/state', { state: 'ready' });
  const words = { piiSubject: MARK, piiText: MARK, customerId, promiseId: MARK, requirements: [] };
  await ask('POST', 'interactions', { channel: 'chat', ...words });
  await asAgent('POST', `work/${made['workId'] ?? ''}/accept`);
  const bossAsks = askAs(boss.caller);
  await bossAsks('POST', `agents/${made['agentId'] ?? ''}/notices`, { piiText: MARK });
  await bossAsks('POST', 'keys', { name: MARK, scopes: ['work:read'] });
  const { items } = await bossAsks('GET', 'me/sessions');
  made['sessionId'] = (items as readonly { sessionId: string }[])[0]?.sessionId ?? '';
  const send = async (path: string, secret: string, type: string, body: string) => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': type };
    const sent = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers, body });
    expect(sent.status, path).toBe(201);
    return (await sent.json()) as Record<string, string>;
  };
  const key = await secretWith(SCOPES);
  const file = `interactions/${made['interactionId'] ?? ''}/attachments?from=customer`;
  Object.assign(made, await send(file, key, 'application/octet-stream', MARK));
  const imported = await send('imports?kind=accounts', key, 'text/csv', `name\n${MARK} Ltd\n`);
  return { ...made, importId: imported['importId'] ?? '' };
}

/** The rows of the other centre, table by table; caches and what comes a moment later left out. */
async function kept(): Promise<unknown> {
  const { pool } = ours.centre.database;
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and a.attname = 'centre'
       and c.relname not in ('follower', 'measure_checkpoint', 'snapshot', 'snapshot_part', 'lease')
     order by 1`,
  );
  const hashes = rows.map(async ({ name }) => {
    const hash = `select count(*)::int as count, md5(string_agg(t::text, ' ' order by t::text)) as hash
      from "${name}" t where centre = 'theirs'`;
    const found = await pool.query<{ count: number; hash: string | null }>(hash);
    return [name, found.rows[0]] as const;
  });
  return await Promise.all(hashes);
}

/** Waits until all that follows a centre's history has come to its end, and its import is over. */
async function atRest({ centre, callerWith }: HttpCentre): Promise<void> {
  const key = await callerWith(SCOPES);
  const importOf = async () =>
    (await key('GET', `/api/v1/imports/${ids['importId'] ?? ''}`)).answer;
  await expect.poll(importOf).toMatchObject({ status: 'done' });
  const followers = centre.database.kysely
    .selectFrom('follower')
    .select('seq')
    .where('centre', '=', centre.name);
  await expect
    .poll(async () => (await followers.execute()).every(({ seq }) => seq >= centre.host.position))
    .toBe(true);
}

/** Files go up as they are; everything else is the least that its schema takes. */
async function call(caller: Caller, { method, path, body, ...route }: Route): Promise<string> {
  const address = path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
  const sent = body === undefined || 'upload' in route ? {} : { body: leastOf(body) };
  const { status, answer } = await caller(method, address, sent);
  expect(status, path).toBeLessThan(500);
  return JSON.stringify(answer);
}

test('there is something of theirs for each thing that a path names', () => {
  const named = new Set(
    GUARDED.flatMap(([, { path }]) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)),
  );
  for (const name of named) expect([name, ids[name]]).toEqual([name, expect.stringMatching(/./)]);
});

test('whoever may do everything in ours reads and changes nothing of theirs', async () => {
  const administrator = await ours.callerWith(SCOPES);
  const body = { piiName: 'Ted', skills: [] };
  const { answer } = await administrator('POST', '/api/v1/agents', { body });
  const agentId = String(answer['agentId']);
  const { cookie } = await ours.signedInAs(ROLES, { agentId });
  const key = await ours.callerWith(SCOPES, agentId);
  await atRest(theirs);
  const before = await kept();
  const reading = GUARDED.filter(([, { method }]) => method === 'GET');
  // Whoever signs out walks no further.
  const writing = GUARDED.filter(([name, { method }]) => method !== 'GET' && name !== 'signOut');
  expect(Math.min(reading.length, writing.length)).toBeGreaterThan(40);
  const callers = [key, callerAs(ours.address, { cookie })];
  for (const caller of callers) {
    for (const [name, route] of reading) {
      const told = await call(caller, route);
      expect([name, told]).toEqual([name, expect.not.stringContaining(`"${MARK}`)]);
    }
  }
  for (const caller of callers) {
    for (const [, route] of writing) await call(caller, route);
  }
  expect(await kept()).toEqual(before);
});

test('a colleague reads and changes nothing of what is another agent’s or his conversations’', async () => {
  const administrator = await theirs.callerWith(SCOPES);
  const body = { piiName: 'Ann', skills: [] };
  const { answer } = await administrator('POST', '/api/v1/agents', { body });
  const { caller } = await theirs.signedInAs(['agent'], { agentId: String(answer['agentId']) });
  await atRest(theirs);
  const before = await kept();
  const others = GUARDED.filter(
    ([, { access, path }]) =>
      typeof access !== 'string' &&
      (access.reach === 'conversation' || access.reach === 'self') &&
      path.includes('/:'),
  );
  expect(others.length).toBeGreaterThan(15);
  for (const [name, route] of others) {
    const told = await call(caller, route);
    expect([name, told]).toEqual([name, expect.stringMatching(/"status":4\d\d/u)]);
  }
  expect(await kept()).toEqual(before);
});
