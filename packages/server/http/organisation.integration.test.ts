import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let key: Caller;

beforeAll(async () => {
  served = await openHttpCentre();
  key = await served.callerWith(SCOPES);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const put = async (path: string, body: object) => await key('PUT', `/api/v1/${path}`, { body });
const list = async (path: string) => (await key('GET', `/api/v1/${path}`)).answer;

test('divisions, sites and teams are defined, replaced, listed, and deleted when nothing needs them', async () => {
  expect((await put('divisions/care', { name: 'Care' })).status).toBe(200);
  const site = { name: 'Zurich', timeZone: 'Europe/Zurich', region: 'CH' };
  expect((await put('sites/zrh', site)).status).toBe(200);
  const team = { name: 'North', divisionId: 'care', siteId: 'zrh' };
  expect((await put('teams/north', team)).status).toBe(200);
  expect((await put('divisions/care', { name: 'Customer care' })).status).toBe(200);
  expect(await list('divisions')).toEqual({
    items: [{ divisionId: 'care', name: 'Customer care' }],
  });
  expect(await list('sites')).toEqual({ items: [{ siteId: 'zrh', ...site }] });
  expect(await list('teams')).toEqual({ items: [{ teamId: 'north', ...team }] });

  for (const path of ['divisions/care', 'sites/zrh']) {
    const { status, answer } = await key('DELETE', `/api/v1/${path}`);
    expect([status, answer['type']]).toEqual([409, 'in-use']);
  }
  const agent = { piiName: 'Ted', skills: [], teamId: 'north' };
  const { answer } = await key('POST', '/api/v1/agents', { body: agent });
  const ted = answer as { agentId: string; position: number };
  expect(await list(`agents/${ted.agentId}?after=${ted.position}`)).toMatchObject({
    teamId: 'north',
  });
  expect((await key('DELETE', '/api/v1/teams/north')).status).toBe(409);
  const { capacity } = (await list(`agents/${ted.agentId}`)) as { capacity: object };
  await put(`agents/${ted.agentId}`, { piiName: 'Ted', skills: [], capacity });
  expect(await list(`agents/${ted.agentId}`)).not.toHaveProperty('teamId');
  for (const path of ['teams/north', 'divisions/care', 'sites/zrh']) {
    expect((await key('DELETE', `/api/v1/${path}`)).status).toBe(200);
    expect((await key('DELETE', `/api/v1/${path}`)).status).toBe(404);
  }
});

test('a team that somebody leads stays, and one that is being deleted gets nobody', async () => {
  await put('teams/south', { name: 'South' });
  const body = { piiName: 'Lea', piiEmail: 'lea@example.org', roles: ['supervisor'] };
  const lead = { body: { ...body, ledTeamIds: ['south'] } };
  const [invited, deleted] = await Promise.all([
    key('POST', '/api/v1/people', lead),
    key('DELETE', '/api/v1/teams/south'),
  ]);
  expect([
    [201, 409],
    [400, 200],
  ]).toContainEqual([invited.status, deleted.status]);
});

test.each([
  ['sites/x', { name: 'X', timeZone: 'Europe/Nowhere' }, 'timeZone'],
  ['sites/x', { name: 'X', timeZone: 'UTC', region: 'Switzerland' }, 'region'],
  ['teams/x', { name: 'X', siteId: 'nowhere' }, 'siteId'],
  ['teams/x', { name: 'X', divisionId: 'none' }, 'divisionId'],
  ['divisions/x', {}, 'name'],
])('%s with %j is told the field', async (path, body, field) => {
  const { status, answer } = await put(path, body);
  expect([status, answer['field']]).toEqual([400, field]);
});

test('an agent in a team that is not there is not made', async () => {
  const body = { piiName: 'Ted', skills: [], teamId: 'nowhere' };
  const { status, answer } = await key('POST', '/api/v1/agents', { body });
  expect([status, answer['field']]).toEqual([400, 'teamId']);
});

test('lists go on from page to page', async () => {
  for (const id of ['a', 'b', 'c']) await put(`divisions/${id}`, { name: id });
  const first = await list('divisions?limit=2');
  const next = await list(`divisions?limit=2&cursor=${String(first['nextCursor'])}`);
  const ids = [first, next].flatMap(({ items }) => items as { divisionId: string }[]);
  expect(ids.map(({ divisionId }) => divisionId)).toEqual(['a', 'b', 'c']);
  expect(next).not.toHaveProperty('nextCursor');
});
