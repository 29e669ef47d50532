import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerWith, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;

beforeAll(async () => {
  served = await openHttpCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const people = '/api/v1/people';

describe('a key', () => {
  test('makes no administrator, and touches none', async () => {
    const key = await served.callerWith(SCOPES);
    const body = { piiName: 'Key', piiEmail: 'key@example.org', roles: ['administrator'] };
    const made = await key('POST', people, { body });
    expect([made.status, made.answer['type']]).toEqual([403, 'administrator-only']);
    const administrator = await served.signedInAs(['administrator']);
    const self = `${people}/${administrator.personId}`;
    expect((await key('POST', `${self}/disable`)).status).toBe(403);
    expect((await key('PUT', self, { body: { ...body, roles: ['agent'] } })).status).toBe(403);
    const staff = await key('POST', people, { body: { ...body, roles: ['staff'] } });
    expect(staff.status).toBe(201);
    const raised = { body };
    const path = `${people}/${staff.answer['personId'] as string}`;
    expect((await key('PUT', path, raised)).status).toBe(403);
  });

  test('is made once, shown once, listed without its secret, and ended at once', async () => {
    const key = await served.callerWith(SCOPES);
    const body = { name: 'till', scopes: ['work:read'] };
    const made = await key('POST', '/api/v1/keys', { body, key: 'till' });
    const { keyId, secret } = made.answer as { keyId: string; secret: string };
    expect([made.status, secret]).toEqual([201, expect.stringMatching(/^rapport_[\w-]{43}$/)]);
    const again = await key('POST', '/api/v1/keys', { body, key: 'till' });
    expect(again).toEqual({ status: 201, answer: { keyId } });
    const other = { body: { ...body, name: 'other' }, key: 'till' };
    expect((await key('POST', '/api/v1/keys', other)).status).toBe(422);
    const listed = await key('GET', '/api/v1/keys?limit=200');
    expect(JSON.stringify(listed.answer)).not.toContain(secret);
    const items = listed.answer['items'] as readonly { keyId: string }[];
    expect(items.find((item) => item.keyId === keyId)).toMatchObject({ keyId, ...body });
    const till = callerWith(served.address, secret);
    expect((await till('GET', '/api/v1/work')).status).toBe(200);
    expect((await key('DELETE', `/api/v1/keys/${keyId}`)).status).toBe(200);
    expect((await till('GET', '/api/v1/work')).status).toBe(401);
    expect((await key('DELETE', `/api/v1/keys/${keyId}`)).status).toBe(404);
    const audited = await served.centre.database.kysely
      .selectFrom('audit_trail')
      .select('action')
      .where('subject', '=', keyId)
      .orderBy('ordinal')
      .execute();
    expect(audited.map(({ action }) => action)).toEqual(['create-key', 'revoke-key']);
  });

  test('that acts as an agent makes only such as act as the same', async () => {
    const db = served.centre.database.kysely;
    const maker = await served.callerWith(['agents:write']);
    const { answer } = await maker('POST', '/api/v1/agents', {
      body: { piiName: 'Gus', skills: [] },
    });
    const gus = answer['agentId'] as string;
    const key = await served.callerWith(['keys:write', 'interactions:read'], gus);
    const make = async (agentId?: string) =>
      await key('POST', '/api/v1/keys', {
        body: { name: 'x', scopes: ['interactions:read'], ...(agentId && { agentId }) },
      });
    // One without an agent would read everybody's conversations.
    expect((await make()).status).toBe(403);
    expect((await make('agent_1')).status).toBe(403);
    const made = await make(gus);
    expect(made.status).toBe(201);
    const kept = await db
      .selectFrom('api_key')
      .select('agent_id')
      .where('id', '=', made.answer['keyId'] as string)
      .executeTakeFirst();
    expect(kept?.agent_id).toBe(gus);
  });

  test('makes none that may do more than itself, or that acts as nobody', async () => {
    const key = await served.callerWith(['keys:write', 'work:read']);
    const beyond = { body: { name: 'x', scopes: ['work:read', 'people:write'] } };
    expect((await key('POST', '/api/v1/keys', beyond)).status).toBe(403);
    const nobody = { body: { name: 'x', scopes: ['work:read'], agentId: 'agent_9' } };
    const { status, answer } = await key('POST', '/api/v1/keys', nobody);
    expect([status, answer['field']]).toEqual([400, 'agentId']);
  });
});
