import { type Access, type Route, type RouteName, ROLES, ROUTES, SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../identity/api-keys.ts';
import {
  type Caller,
  callerAs,
  callerWith,
  type HttpCentre,
  openHttpCentre,
} from '../testing/http-centre.ts';
import { leastOf } from '../testing/least-of.ts';
import { createTestPerson, sessionCookieOf, type TestPerson } from '../testing/test-person.ts';

/*
 * Walks all routes with everybody who might try. It knows none of them by name: a new route is walked
 * as soon as it is declared, and is held to what it declares.
 */

type Guarded = Route & { readonly access: Access };

const ALL = Object.entries(ROUTES) as readonly [RouteName, Route][];
const GUARDED = ALL.filter(
  (entry): entry is [RouteName, Guarded] => typeof entry[1].access !== 'string',
);

let served: HttpCentre;

beforeAll(async () => {
  served = await openHttpCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** The route with something in the place of its parameters. */
const pathOf = ({ path }: Route, params: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? 'something');

/** A body that no schema accepts, so that being let in changes nothing. */
const nonsense = ({ body }: Route): { body?: unknown } =>
  body === undefined ? {} : { body: { nonsense: true } };

/** Makes a person, and a new way in for each call: some routes end the session that they are called by. */
async function person(
  who: TestPerson,
): Promise<{ personId: string; userId: string; call: Caller }> {
  const { personId, email } = await createTestPerson(served.centre, who);
  const { user_id: userId } = await served.centre.database.kysely
    .selectFrom('person')
    .select('user_id')
    .where('pii_email', '=', email)
    .executeTakeFirstOrThrow();
  if (userId === null) throw new Error('a person was made without an account');
  const call: Caller = async (...asked) =>
    await callerAs(served.address, { cookie: await sessionCookieOf(served.centre, userId) })(
      ...asked,
    );
  return { personId, userId, call };
}

/** What each route answers to a caller who sends nonsense, by name. */
async function walk(
  caller: Caller,
  routes: readonly (readonly [RouteName, Route])[] = GUARDED,
): Promise<ReadonlyMap<RouteName, { readonly status: number; readonly type: unknown }>> {
  const answers = await Promise.all(
    routes.map(async ([name, route]) => {
      const { status, answer } = await caller(route.method, pathOf(route), nonsense(route));
      return [name, { status, type: answer['type'] }] as const;
    }),
  );
  return new Map(answers);
}

/** Everything that the centre keeps, but for sessions, and views, which may still be on their way. */
async function kept(): Promise<unknown> {
  const { pool } = served.centre.database;
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and relname not in ('auth_session', 'follower') and relname not like 'view%'
     order by relname`,
  );
  const hashes = await Promise.all(
    rows.map(async ({ name }) => {
      const hash = `select md5(string_agg(t::text, ' ' order by t::text)) as hash from "${name}" t`;
      const found = await pool.query<{ hash: string }>(hash);
      return [name, found.rows[0]?.hash];
    }),
  );
  return hashes;
}

describe('whoever is not known here is turned away everywhere', () => {
  const strangers: Readonly<Record<string, () => Promise<Caller>>> = {
    nobody: () => Promise.resolve(callerWith(served.address, undefined)),
    'a forged key': () => Promise.resolve(callerWith(served.address, `rapport_${'x'.repeat(43)}`)),
    'a forged session': () =>
      Promise.resolve(
        callerAs(served.address, { cookie: `rapport-main.session_token=${'x'.repeat(32)}.y` }),
      ),
    'a key of another centre': async () => {
      const key = { centre: 'another', name: 'theirs', scopes: SCOPES };
      const { secret } = await createApiKey(served.centre.database.kysely, key);
      return callerWith(served.address, secret);
    },
    'a person of another centre': async () =>
      (await person({ roles: ROLES, centreName: 'another' })).call,
    'a disabled person': async () => {
      const { personId, call } = await person({ roles: ROLES });
      await served.centre.database.kysely
        .updateTable('person')
        .set({ disabled_at: new Date() })
        .where('id', '=', personId)
        .execute();
      return call;
    },
    'an expired session': async () => {
      const { userId } = await person({ roles: ROLES });
      const cookie = await sessionCookieOf(served.centre, userId);
      await served.centre.database.kysely
        .updateTable('auth_session')
        .set({ expires_at: new Date(Date.now() - 1) })
        .where('user_id', '=', userId)
        .execute();
      return callerAs(served.address, { cookie });
    },
  };

  test.each(Object.keys(strangers))('%s', async (who) => {
    const caller = await strangers[who]?.();
    if (caller === undefined) throw new Error(`nobody is ${who}`);
    const before = await kept();
    for (const [name, answer] of await walk(caller)) {
      expect([name, answer]).toEqual([name, { status: 401, type: 'unauthenticated' }]);
    }
    expect(await kept()).toEqual(before);
  });
});

describe('a key is let in where its scope is asked for, and nowhere else', () => {
  test.each(SCOPES)('%s', async (scope) => {
    const caller = await served.callerWith([scope], 'agent_somebody');
    const before = await kept();
    for (const [name, { status }] of await walk(caller)) {
      const { access } = ROUTES[name] as Guarded;
      expect([name, status === 403]).toEqual([name, access.scope !== scope]);
      expect(status).not.toBe(401);
    }
    expect(await kept()).toEqual(before);
  });

  test('and where it would act as an agent, only if it is one', async () => {
    const caller = await served.callerWith(SCOPES);
    const routes = GUARDED.filter(([, { access }]) => access.reach === 'self');
    for (const [name, { status }] of await walk(caller, routes)) {
      expect([name, status]).toEqual([name, 403]);
    }
  });
});

describe('a person is let in where one of his roles is, and nowhere else', () => {
  const sets = [...ROLES.map((role) => [role]), ['agent', 'planner'], ['staff', 'supervisor']];
  // On objects that are not there, or not his, these may refuse in other words.
  const isNarrow = ({ reach }: Access): boolean => reach === 'teams' || reach === 'conversation';

  test.each(sets as TestPerson['roles'][])('%s', async (...roles) => {
    const { call } = await person({ roles, agentId: `agent_${roles.join('_')}` });
    const before = await kept();
    for (const [name, { status }] of await walk(call)) {
      const { access } = ROUTES[name] as Guarded;
      const isAllowed = access.roles.some((role) => roles.includes(role));
      expect(status, name).not.toBe(401);
      if (!isAllowed) expect([name, status]).toEqual([name, 403]);
      else if (!isNarrow(access)) expect([name, status]).not.toEqual([name, 403]);
    }
    expect(await kept()).toEqual(before);
  });

  test('and where he would act as an agent, only if he is one', async () => {
    const { call } = await person({ roles: ROLES });
    const routes = GUARDED.filter(([, { access }]) => access.reach === 'self');
    for (const [name, { status }] of await walk(call, routes)) {
      expect([name, status]).toEqual([name, 403]);
    }
  });
});

test('what is open to anybody asks nobody who he is', async () => {
  const open = ALL.filter(([, { access }]) => access === 'anybody');
  expect(open.length).toBeGreaterThan(0);
  for (const [name, { status }] of await walk(callerWith(served.address, undefined), open)) {
    expect([name, status]).toEqual([name, 400]);
  }
});

test('what is for visitors takes nobody for a visitor who shows something else', async () => {
  const forVisitors = ALL.filter(([, { access }]) => access === 'visitor');
  expect(forVisitors.length).toBeGreaterThan(0);
  const key = await served.callerWith(SCOPES);
  for (const [name, answer] of await walk(key, forVisitors)) {
    expect([name, answer]).toEqual([name, { status: 401, type: 'unauthenticated' }]);
  }
  const foreign = callerAs(served.address, { origin: 'https://elsewhere.example' });
  for (const [name, answer] of await walk(foreign, forVisitors)) {
    expect([name, answer]).toEqual([name, { status: 403, type: 'foreign-origin' }]);
  }
});

describe('a session acts from our own pages alone', () => {
  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['who knows where', { origin: '' }],
  ])('and not from %s', async (_whence, headers) => {
    const { userId } = await person({ roles: ROLES, agentId: `agent_${_whence}` });
    const cookie = await sessionCookieOf(served.centre, userId);
    const writing = GUARDED.filter(([, { method }]) => method !== 'GET');
    for (const [name, answer] of await walk(
      callerAs(served.address, { cookie, ...headers }),
      writing,
    )) {
      expect([name, answer]).toEqual([name, { status: 403, type: 'foreign-origin' }]);
    }
  });
});

describe('objects of others', () => {
  test('agents of other teams are not a supervisor’s, whatever else he is', async () => {
    const administrator = await served.callerWith(SCOPES);
    for (const id of ['north', 'south']) {
      await administrator('PUT', `/api/v1/teams/${id}`, { body: { name: id } });
    }
    const inTeam = async (teamId?: string): Promise<string> => {
      const body = { piiName: 'Ted', skills: [], ...(teamId !== undefined && { teamId }) };
      const { answer } = await administrator('POST', '/api/v1/agents', { body });
      return answer['agentId'] as string;
    };
    const [mine, theirs, loose] = [await inTeam('north'), await inTeam('south'), await inTeam()];
    const ofTeams = GUARDED.filter(([, { access }]) => access.reach === 'teams');
    expect(ofTeams.length).toBeGreaterThan(0);
    const leader = await person({ roles: ['agent', 'supervisor'], ledTeamIds: ['north'] });
    const everybodys = await person({ roles: ['administrator'] });
    const before = await kept();
    for (const [name, route] of ofTeams) {
      // Without it there is nothing to tell whose it is.
      expect(route.path).toContain(':agentId');
      const statusOf = async (call: Caller, agentId: string): Promise<number> =>
        (await call(route.method, pathOf(route, { agentId }), nonsense(route))).status;
      const isFor = (role: 'supervisor' | 'administrator') => route.access.roles.includes(role);
      for (const agentId of [theirs, loose, 'nobody', 'a%00b']) {
        const expected = agentId === 'a%00b' && isFor('supervisor') ? 400 : 403;
        expect([name, await statusOf(leader.call, agentId)]).toEqual([name, expected]);
      }
      if (isFor('supervisor')) expect(await statusOf(leader.call, mine)).not.toBe(403);
      if (isFor('administrator')) expect(await statusOf(everybodys.call, theirs)).not.toBe(403);
    }
    expect(await kept()).toEqual(before);
  });

  test('another agent’s item stays as it is, whatever state it is in', async () => {
    const key = await served.callerWith(SCOPES);
    await key('PUT', '/api/v1/promises/p', { body: { targetMs: 20_000, shareRatio: 0.8 } });
    const agent = async (): Promise<Caller> => {
      const body = { piiName: 'Ted', skills: [{ skill: 'x', level: 1 }] };
      const { answer } = await key('POST', '/api/v1/agents', { body });
      const agentId = answer['agentId'] as string;
      return (await person({ roles: ['agent'], agentId })).call;
    };
    const [ted, ann] = [await agent(), await agent()];
    await ted('POST', '/api/v1/me/state', { body: { state: 'ready' } });
    const requirements = [{ skill: 'x', minLevel: 1 }];
    const received = await key('POST', '/api/v1/work', {
      body: { channel: 'email', promiseId: 'p', requirements },
    });
    const item = `/api/v1/work/${received.answer['workId'] as string}`;
    const mine = GUARDED.filter(
      ([, { access, path }]) => access.reach === 'self' && path.includes(':workId'),
    );
    expect(mine.length).toBeGreaterThan(5);
    for (const step of ['accept', 'hold', 'resume', 'wrap-up']) {
      const before = served.centre.host.position;
      for (const [name, route] of mine) {
        const path = pathOf(route, { workId: received.answer['workId'] as string });
        const sent = route.body === undefined ? {} : { body: leastOf(route.body) };
        const { status } = await ann(route.method, path, sent);
        expect([name, [403, 409].includes(status)]).toEqual([name, true]);
      }
      expect(served.centre.host.position).toBe(before);
      expect((await ted('POST', `${item}/${step}`)).status).toBe(200);
    }
  });

  test('of another centre are not there', async () => {
    const { call } = await person({ roles: ['administrator'] });
    const db = served.centre.database.kysely;
    const theirs = await person({ roles: ['agent'], centreName: 'another' });
    await db.insertInto('team').values({ centre: 'another', id: 'east', name: 'East' }).execute();
    const key = await createApiKey(db, { centre: 'another', name: 'x', scopes: SCOPES });
    for (const [method, path] of [
      ['GET', `people/${theirs.personId}`],
      ['POST', `people/${theirs.personId}/disable`],
      ['DELETE', 'teams/east'],
      ['DELETE', `keys/${key.id}`],
    ] as const) {
      expect([path, (await call(method, `/api/v1/${path}`)).status]).toEqual([path, 404]);
    }
    for (const list of ['people', 'teams', 'keys']) {
      const { answer } = await call('GET', `/api/v1/${list}?limit=200`);
      expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${theirs.personId}|east|${key.id}`));
    }
  });
});

test('every route is described, with who may call it', async () => {
  const response = await fetch(`${served.address}/api/openapi.json`);
  const { openapi, paths } = (await response.json()) as {
    openapi: string;
    paths: Readonly<Record<string, Readonly<Record<string, { description: string }>>>>;
  };
  expect(openapi).toBe('3.1.0');
  for (const [name, { method, path, access }] of ALL) {
    const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    const callers = typeof access === 'string' ? [access] : [...access.roles, access.scope ?? ''];
    for (const caller of callers) expect(described?.description, name).toContain(caller);
  }
  const page = await fetch(`${served.address}/api/docs/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/html'),
  ]);
  expect(await page.text()).toContain('<title>Rapport API</title>');
  for (const path of ['', 'static/swagger-ui.css', 'static/theme/follow-scheme.js', 'json']) {
    const { status, headers } = await fetch(`${served.address}/api/docs/${path}`);
    expect([path, status, headers.get('x-content-type-options')]).toEqual([path, 200, 'nosniff']);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  const plain = await fetch(`${served.address}/api/openapi.json`);
  expect(plain.headers.get('content-security-policy')).toBeNull();
});

test('nothing answers under /api that is not declared', async () => {
  const { call } = await person({ roles: ROLES });
  for (const path of ['/api/auth/sign-up/email', '/api/auth/get-session', '/api/v1/sign-up']) {
    expect((await call('POST', path, { body: {} })).status).toBe(404);
  }
});
