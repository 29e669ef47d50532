import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCOPES } from '@rapport/protocol';
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

interface Entry {
  readonly ordinal: number;
  readonly action: string;
  readonly piiActorName?: string;
  readonly piiSubjectName?: string;
  readonly change?: { kind: string; piiBefore?: object; piiAfter?: object };
}

const put = async (path: string, body: object) =>
  await ann.caller('PUT', `/api/v1/${path}`, { body });
const read = async (path: string) => (await ann.caller('GET', `/api/v1/${path}`)).answer;
const trailOf = async (subject: string) =>
  (await read(`audit?subject=${subject}`))['items'] as readonly Entry[];
const undo = async (entry: Entry | undefined) =>
  await ann.caller('POST', `/api/v1/audit/${entry?.ordinal}/undo`);

test('a change is kept with what was before and after, and is put back', async () => {
  await put('divisions/care', { name: 'Care' });
  await put('teams/north', { name: 'North' });
  await put('teams/north', { name: 'North', divisionId: 'care' });
  const [latest, first] = await trailOf('north');
  expect(latest).toMatchObject({
    action: 'define-team',
    piiActorName: 'Somebody',
    change: {
      kind: 'team',
      piiBefore: { name: 'North' },
      piiAfter: { name: 'North', divisionId: 'care' },
    },
  });
  expect(first?.change).toEqual({ kind: 'team', piiAfter: { name: 'North' } });
  const early = await undo(first);
  expect([early.status, early.answer['type']]).toEqual([409, 'changed-since']);
  expect((await undo(latest)).status).toBe(200);
  expect(await read('teams')).toEqual({ items: [{ teamId: 'north', name: 'North' }] });
  // Undoing is a change of its own, and can be undone.
  const [undone] = await trailOf('north');
  expect((await undo(undone)).status).toBe(200);
  expect(await read('teams')).toMatchObject({ items: [{ divisionId: 'care' }] });
});

test('what was deleted comes back, and what was made goes, unless it is in use', async () => {
  await put('sites/leeds', { name: 'Leeds', timeZone: 'Europe/London', region: 'GB' });
  await ann.caller('DELETE', '/api/v1/sites/leeds');
  const [gone] = await trailOf('leeds');
  expect((await undo(gone)).status).toBe(200);
  const { items } = await read('sites');
  expect(items).toEqual([
    { siteId: 'leeds', name: 'Leeds', timeZone: 'Europe/London', region: 'GB' },
  ]);
  await put('teams/at-leeds', { name: 'At Leeds', siteId: 'leeds' });
  const [back] = await trailOf('leeds');
  const used = await undo(back);
  expect([used.status, used.answer['type']]).toEqual([409, 'in-use']);
});

test('people get back what they were, and are let in again', async () => {
  const details = { piiName: 'Ted', piiEmail: 'ted@example.org', roles: ['staff'] };
  const { answer } = await ann.caller('POST', '/api/v1/people', { body: details });
  const ted = answer['personId'] as string;
  await put(`people/${ted}`, { ...details, roles: ['supervisor'] });
  await ann.caller('POST', `/api/v1/people/${ted}/disable`);
  const [disabled, changed] = await trailOf(ted);
  expect(disabled?.piiSubjectName).toBe('Ted');
  expect((await undo(changed)).status).toBe(409);
  expect((await undo(disabled)).status).toBe(200);
  expect(await read(`people/${ted}`)).toMatchObject({ status: 'invited', roles: ['supervisor'] });
  expect((await undo(changed)).status).toBe(200);
  expect(await read(`people/${ted}`)).toMatchObject({ roles: ['staff'] });
});

test('agents and promises get back what they were; what was new stays', async () => {
  const body = { piiName: 'Ted', skills: [{ skill: 'billing', level: 2 }] };
  const { answer } = await ann.caller('POST', '/api/v1/agents', { body });
  const { agentId, position } = answer as { agentId: string; position: number };
  await read(`agents/${agentId}?after=${position}`);
  const skills = [{ skill: 'billing', level: 5 }];
  await put(`agents/${agentId}`, { ...body, skills });
  const [raised, made] = await trailOf(agentId);
  expect(raised?.change).toMatchObject({ piiBefore: body, piiAfter: { skills } });
  expect((await undo(raised)).status).toBe(200);
  expect(await read(`agents/${agentId}`)).toMatchObject(body);
  const stays = await undo(made);
  expect([stays.status, stays.answer['type']]).toEqual([409, 'stays']);

  await put('promises/chats', { targetMs: 20_000, shareRatio: 0.8 });
  await put('promises/chats', { targetMs: 60_000, shareRatio: 0.9 });
  await expect.poll(async () => (await trailOf('chats')).length).toBe(2);
  const [later] = await trailOf('chats');
  expect(later?.change?.piiBefore).toEqual({ targetMs: 20_000, shareRatio: 0.8 });
  expect((await undo(later)).status).toBe(200);
  expect(await read('promises/chats')).toMatchObject({ targetMs: 20_000 });
});

test('who goes before others does so as before, or no more', async () => {
  const path = 'customers/wei/credit';
  const holding = async () => (await read('credits'))['items'];
  const [short, long] = [1, 2].map((hours) => Date.now() + hours * 3_600_000);
  await put(path, { priority: 0.5, untilAt: short });
  await put(path, { priority: 1, untilAt: long });
  await expect.poll(async () => (await trailOf('wei')).length).toBe(2);
  const [raised, granted] = await trailOf('wei');
  expect(raised?.change).toEqual({
    kind: 'credit',
    piiBefore: { priority: 0.5, untilAt: short },
    piiAfter: { priority: 1, untilAt: long },
  });
  expect((await undo(granted)).answer['type']).toBe('changed-since');
  expect((await undo(raised)).status).toBe(200);
  expect(await holding()).toMatchObject([{ priority: 0.5, untilAt: short }]);
  expect((await undo(granted)).status).toBe(200);
  expect(await holding()).toEqual([]);
  await expect.poll(async () => (await trailOf('wei')).length).toBe(4);
  const [ended] = await trailOf('wei');
  expect((await undo(ended)).status).toBe(200);
  expect(await holding()).toMatchObject([{ priority: 0.5, untilAt: short }]);
});

test('a way in is put back as it was, comes back once deleted, and goes when it was new', async () => {
  const terms = { name: 'Shop', channel: 'chat', isOpen: true, origins: [], promiseId: 'chats' };
  const body = { ...terms, requirements: [], greeting: 'Hello.', theme: { side: 'start' } };
  await put('entry-points/shop', body);
  await put('entry-points/shop', { ...body, isOpen: false, greeting: 'We are closed.' });
  const [closed, made] = await trailOf('shop');
  expect(closed?.change).toMatchObject({
    kind: 'entry-point',
    piiBefore: { isOpen: true, greeting: 'Hello.' },
    piiAfter: { isOpen: false, greeting: 'We are closed.' },
  });
  expect((await undo(made)).answer['type']).toBe('changed-since');
  expect((await undo(closed)).status).toBe(200);
  expect(await read('entry-points')).toEqual({ items: [{ entryId: 'shop', ...body }] });
  await ann.caller('DELETE', '/api/v1/entry-points/shop');
  const [gone] = await trailOf('shop');
  expect((await undo(gone)).status).toBe(200);
  expect(await read('entry-points')).toEqual({ items: [{ entryId: 'shop', ...body }] });
  const [back] = await trailOf('shop');
  expect((await undo(back)).status).toBe(200);
  expect(await read('entry-points')).toEqual({ items: [] });
});

test('the dispositions are put back, the standard ones too', async () => {
  const standard = (await read('dispositions'))['dispositions'];
  const sold = { code: 'sold', name: 'Sold' };
  await put('dispositions', { dispositions: [sold] });
  await put('dispositions', {
    dispositions: [sold, { code: 'spam', name: 'Spam', isRetired: true }],
  });
  const [retired, first] = await trailOf('dispositions');
  expect(retired?.change?.piiBefore).toEqual({ dispositions: [sold] });
  expect((await undo(first)).answer['type']).toBe('changed-since');
  expect((await undo(retired)).status).toBe(200);
  expect(await read('dispositions')).toMatchObject({ dispositions: [sold] });
  const [undone] = await trailOf('dispositions');
  await undo(undone);
  await put('dispositions', { dispositions: [sold] });
  expect((await undo(first)).status).toBe(200);
  expect((await read('dispositions'))['dispositions']).toEqual(standard);
  const none = await put('dispositions', { dispositions: [{ ...sold, isRetired: true }] });
  expect([none.status, none.answer['field']]).toEqual([400, 'dispositions']);
});

test('skills are named, each once, and get back the names that they had', async () => {
  expect(await read('skill-names')).toEqual({ version: 0, skillNames: [] });
  const heating = { skill: 'heat-pumps', name: 'Heat pumps and boilers' };
  const first = await put('skill-names', { skillNames: [heating], version: 0 });
  expect(first).toMatchObject({ status: 200, answer: { version: 1 } });
  expect((await put('skill-names', { skillNames: [], version: 0 })).answer['type']).toBe(
    'version-wrong',
  );
  const twice = await put('skill-names', { skillNames: [heating, heating] });
  expect([twice.status, twice.answer['field']]).toEqual([400, 'skillNames']);
  const noChannel = await put('skill-names', { skillNames: [{ ...heating, kind: 'channel' }] });
  expect([noChannel.status, noChannel.answer['field']]).toEqual([400, 'skillNames']);
  await put('skill-names', { skillNames: [{ ...heating, name: 'Heating' }] });
  const [latest, made] = await trailOf('skills');
  expect(latest).toMatchObject({
    action: 'change-skill-names',
    change: { kind: 'skill-names', piiBefore: { skillNames: [heating] } },
  });
  const both = await Promise.all([undo(latest), undo(latest)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await read('skill-names')).toEqual({ version: 3, skillNames: [heating] });
  expect((await undo(made)).status).toBe(200);
  expect((await read('skill-names'))['skillNames']).toEqual([]);
});

test('what skills stand for is told to the desk, and is taken back there too', async () => {
  const kindsNow = async () =>
    await served.centre.host.ask(({ skillKinds }) => Object.fromEntries(skillKinds));
  const { skillNames } = await read('skill-names');
  const heating = { skill: 'heat-pumps', name: 'Heating', kind: 'ability' };
  expect((await put('skill-names', { skillNames: [heating] })).status).toBe(200);
  expect(await kindsNow()).toEqual({ 'heat-pumps': 'ability' });
  const [latest] = await trailOf('skills');
  expect((await undo(latest)).status).toBe(200);
  expect([await kindsNow(), (await read('skill-names'))['skillNames']]).toEqual([{}, skillNames]);
  const odd = await put('skill-names', { skillNames: [{ ...heating, kind: 'art' }] });
  expect([odd.status, odd.answer['field']]).toEqual([400, 'skillNames.0.kind']);
});

test('what somebody else changes in the very moment is not overwritten', async () => {
  const terms = { name: 'Shop', channel: 'chat', isOpen: true, origins: [], promiseId: 'chats' };
  const point = { ...terms, requirements: [], theme: {} };
  await put('entry-points/kiosk', point);
  await put('entry-points/kiosk', { ...point, name: 'Kiosk' });
  await put('settings', { name: 'Acme' });
  await put('settings', { name: 'Acme & Co' });
  const sold = { code: 'sold', name: 'Sold' };
  await put('dispositions', { dispositions: [sold] });
  await put('dispositions', { dispositions: [{ ...sold, name: 'Bought' }] });

  expect(
    await undoneDuring('kiosk', [
      sql`select pg_advisory_xact_lock(hashtextextended('entry-point main kiosk', 0))`,
      sql`update entry_point set name = 'Stand' where id = 'kiosk'`,
    ]),
  ).toEqual([409, 'changed-since']);
  expect(
    await undoneDuring('settings', [
      sql`select 1 from centre_settings for update`,
      sql`update centre_settings set version = version + 1, settings = '{"name":"Other"}'`,
    ]),
  ).toEqual([409, 'changed-since']);
  expect(
    await undoneDuring('dispositions', [
      sql`select 1 from disposition_list for update`,
      sql`update disposition_list set version = version + 1`,
    ]),
  ).toEqual([409, 'changed-since']);

  expect(await read('settings')).toMatchObject({ name: 'Other' });
  expect((await read('dispositions'))['dispositions']).toMatchObject([{ name: 'Bought' }]);
  const { items } = await read('entry-points');
  expect(items).toMatchObject([{ entryId: 'kiosk', name: 'Stand' }]);
});

test('of two who undo the same one does, and the other hears that it was changed', async () => {
  const details = { piiName: 'Una', piiEmail: 'una@example.org', roles: ['staff'] };
  const una = (await ann.caller('POST', '/api/v1/people', { body: details })).answer['personId'];
  const profile = { piiName: 'Una', skills: [] };
  const made = (await ann.caller('POST', '/api/v1/agents', { body: profile })).answer;
  await read(`agents/${String(made['agentId'])}?after=${String(made['position'])}`);
  const week = {
    timeZone: 'Europe/London',
    days: Array.from({ length: 7 }, () => []),
    specialDays: [],
  };
  await put('divisions/twice', { name: 'Twice' });
  await put('divisions/twice', { name: 'Changed' });
  await put('promises/twice', { targetMs: 20_000, shareRatio: 0.8 });
  await put('promises/twice', { targetMs: 30_000, shareRatio: 0.8 });
  await put('calendars/twice/week', week);
  await put('calendars/twice/week', { ...week, timeZone: 'Europe/Paris' });
  await put(`people/${String(una)}`, { ...details, roles: ['supervisor'] });
  await put(`agents/${String(made['agentId'])}`, { ...profile, piiName: 'Una Berg' });
  await expect.poll(async () => (await trailOf('twice')).length).toBe(6);
  const latest = new Map(
    [
      ...(await trailOf('twice')),
      ...(await trailOf(String(una))),
      ...(await trailOf(String(made['agentId']))),
    ]
      .toReversed()
      .map((entry) => [entry.change?.kind, entry]),
  );
  for (const kind of ['division', 'promise', 'calendar', 'person', 'agent']) {
    const twice = await Promise.all([undo(latest.get(kind)), undo(latest.get(kind))]);
    expect([kind, ...twice.map(({ status }) => status).sort()]).toEqual([kind, 200, 409]);
  }
});

/** Undoes the latest change while somebody else, who was there first, makes another one. */
async function undoneDuring(
  subject: string,
  [lock, change]: readonly [RawBuilder<unknown>, RawBuilder<unknown>],
): Promise<readonly unknown[]> {
  const { kysely: db } = served.centre.database;
  const [latest] = await trailOf(subject);
  const undoing = await db.transaction().execute(async (trx) => {
    await lock.execute(trx);
    const started = undo(latest);
    const waits = sql<{ count: number }>`
      select count(*)::integer as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await Promise.race([
      started,
      expect.poll(async () => (await waits.execute(db)).rows[0]?.count).toBe(1),
    ]);
    await change.execute(trx);
    return { started };
  });
  const { status, answer } = await undoing.started;
  return [status, answer['type']];
}

test('keys read who changed what, and not what people are called', async () => {
  const key = await served.callerWith(SCOPES);
  const { answer } = await key('GET', '/api/v1/audit?limit=200');
  expect(JSON.stringify(answer)).not.toMatch(/piiAfter|piiActorName|piiSubjectName|ted@example/u);
  const [latest] = await trailOf('north');
  expect((await key('POST', `/api/v1/audit/${latest?.ordinal}/undo`)).status).toBe(403);
  expect((await undo({ ordinal: 999_999, action: '' })).status).toBe(404);
});
