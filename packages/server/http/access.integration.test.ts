import { type Access, type Route, type RouteName, ROUTES, SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, revokeApiKey } from '../identity/api-keys.ts';
import { callerWith, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

type Guarded = Route & { readonly access: Access };

const ALL = (Object.entries(ROUTES) as readonly [RouteName, Route][]).filter(
  (entry): entry is [RouteName, Guarded] => entry[1].access !== 'anybody',
);

let served: HttpCentre;

beforeAll(async () => {
  served = await openHttpCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** The route with something in the place of its parameters. */
const pathOf = ({ path }: Route): string => path.replaceAll(/:\w+/g, 'something');

describe('every route', () => {
  test.each(ALL)('%s asks who is there', async (_name, route) => {
    const stranger = callerWith(served.address, undefined);
    const forger = callerWith(served.address, `rapport_${'x'.repeat(43)}`);
    for (const caller of [stranger, forger]) {
      const { status, answer } = await caller(route.method, pathOf(route), { body: bodyOf(route) });
      expect([status, answer['type']]).toEqual([401, 'unauthenticated']);
    }
  });

  test.each(ALL)('%s lets in keys with its scope, and no others', async (_name, route) => {
    const before = served.centre.host.position;
    for (const scope of SCOPES) {
      const caller = await served.callerWith([scope], 'agent_somebody');
      const { status } = await caller(route.method, pathOf(route), { body: bodyOf(route) });
      if (scope === route.access.scope) expect([401, 403]).not.toContain(status);
      else expect(status).toBe(403);
    }
    expect(served.centre.host.position).toBe(before);
  });

  test('that acts as an agent turns away keys that are none', async () => {
    const caller = await served.callerWith(SCOPES);
    for (const [, route] of ALL.filter(([, { access }]) => access.reach === 'self')) {
      const { status } = await caller(route.method, pathOf(route), { body: bodyOf(route) });
      expect(status).toBe(403);
    }
  });

  test('is described, with the scope that it needs', async () => {
    const response = await fetch(`${served.address}/api/openapi.json`);
    const { openapi, paths } = (await response.json()) as {
      openapi: string;
      paths: Readonly<Record<string, Readonly<Record<string, { description: string }>>>>;
    };
    expect(openapi).toBe('3.1.0');
    for (const [, { method, path, access }] of ALL) {
      const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(described?.description).toContain(access.scope ?? access.roles[0]);
    }
    const page = await fetch(`${served.address}/api/docs/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
  });
});

test('a key that was revoked opens nothing five seconds later, and one of another centre never', async () => {
  const { kysely: db } = served.centre.database;
  const given = { name: 'short-lived', scopes: SCOPES };
  const mine = await createApiKey(db, { ...given, centre: served.centre.name });
  const other = await createApiKey(db, { ...given, centre: 'another' });
  const statusOf = async (secret: string) =>
    (await callerWith(served.address, secret)('GET', '/api/v1/work')).status;
  expect(await statusOf(other.secret)).toBe(401);
  expect(await statusOf(mine.secret)).toBe(200);
  expect(await revokeApiKey(db, 'another', mine.id)).toBe(false);
  expect(await revokeApiKey(db, served.centre.name, mine.id)).toBe(true);
  await expect.poll(() => statusOf(mine.secret), { timeout: 6_000, interval: 200 }).toBe(401);
});

/** A body that no schema accepts, so that being let in changes nothing. */
function bodyOf({ body, method }: Route): unknown {
  return method === 'GET' ? undefined : body === undefined ? undefined : { nonsense: true };
}
