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

test('keys read who changed what, and not what people are called', async () => {
  const key = await served.callerWith(SCOPES);
  const { answer } = await key('GET', '/api/v1/audit?limit=200');
  expect(JSON.stringify(answer)).not.toMatch(/piiAfter|piiActorName|ted@example/u);
  const [latest] = await trailOf('north');
  expect((await key('POST', `/api/v1/audit/${latest?.ordinal}/undo`)).status).toBe(403);
  expect((await undo({ ordinal: 999_999, action: '' })).status).toBe(404);
});
