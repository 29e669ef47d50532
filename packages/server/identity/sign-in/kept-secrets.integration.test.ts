import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeSetUpToken } from '../../people/first-administrator.ts';
import { keyFor, secretKey } from '../../secrets/secret-key.ts';
import { createApiKey } from '../api-keys.ts';
import { callerAs, callerWith, openHttpCentre, signIn } from '../../testing/http-centre.ts';

const ADMIN_PASSWORD = 'the first password of all';
const PASSWORD = 'the second password of all';
const WRONG = 'some mistyped password';

test('no password, key or token stands anywhere as it is, neither in a table nor in the log', async () => {
  let log = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  await using served = await openHttpCentre({
    logger: pino({ level: 'trace' }, stream),
    environment: {
      RAPPORT_ADMIN_EMAIL: 'admin@example.org',
      RAPPORT_ADMIN_PASSWORD: ADMIN_PASSWORD,
    },
  });
  const { address, centre } = served;
  const db = centre.database.kysely;
  expect((await signIn(address, 'admin@example.org', WRONG)).status).toBe(401);
  const { status, cookie } = await signIn(address, 'admin@example.org', ADMIN_PASSWORD);
  expect(status).toBe(200);
  const administrator = callerAs(address, { cookie });
  const person = { piiName: 'Ann', piiEmail: 'ann@example.org', roles: ['agent'] };
  const invited = await administrator('POST', '/api/v1/people', { body: person });
  const token = (invited.answer['invitation'] as { path: string }).path.split('#')[1] ?? '';
  const waiting = await administrator('POST', '/api/v1/people', {
    body: { ...person, piiEmail: 'bea@example.org' },
  });
  const unused = (waiting.answer['invitation'] as { path: string }).path.split('#')[1] ?? '';
  const stranger = callerWith(address, undefined);
  await stranger('POST', '/api/v1/invitations/accept', { body: { token, password: PASSWORD } });
  const ann = callerAs(address, {
    cookie: (await signIn(address, 'ann@example.org', PASSWORD)).cookie,
  });
  const begun = await ann('POST', '/api/v1/me/second-factor', { body: { password: PASSWORD } });
  const { otpauthUri, backupCodes } = begun.answer as { otpauthUri: string; backupCodes: string[] };
  const { secret } = await createApiKey(db, {
    centre: centre.name,
    name: 'x',
    scopes: ['work:read'],
  });
  expect((await callerWith(address, secret)('GET', '/api/v1/work')).status).toBe(200);
  const elsewhere = (await makeSetUpToken(db, 'another')) ?? '';
  // What fails here is logged, with the request that it failed on.
  await db.schema.alterTable('view_work').renameTo('view_work_away').execute();
  expect((await administrator('GET', '/api/v1/work')).status).toBe(500);

  const cookieValue = decodeURIComponent(cookie.split('=')[1] ?? '');
  const sessionToken = cookieValue.split('.')[0] ?? '';
  const totpSecret = new URL(otpauthUri).searchParams.get('secret') ?? '';
  const secrets = [ADMIN_PASSWORD, PASSWORD, WRONG, token, unused, secret, elsewhere, sessionToken];
  secrets.push(cookieValue, totpSecret, ...backupCodes);
  const key = secretKey({ secretKey: undefined, dataFolder: served.dataFolder });
  for (const each of [key, keyFor('sign-in', key)]) {
    secrets.push(each.toString('base64'), each.toString('base64url'), each.toString('hex'));
  }
  for (const each of secrets) expect(each.length).toBeGreaterThan(10);

  const tables = await allText(centre.database.pool);
  expect(tables).toContain('ann@example.org');
  expect(log).toContain('a request failed');
  for (const [where, text] of Object.entries({ tables, log })) {
    const found = secrets.filter((each) => text.includes(each));
    expect([where, found]).toEqual([where, []]);
  }
  // Nor a customer's or a person's name: those have their columns, and the log is none.
  expect(log).not.toContain('example.org');
});

async function allText(pool: { query: (text: string) => Promise<{ rows: unknown[] }> }) {
  const { rows } = await pool.query(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  const texts = (rows as { name: string }[]).map(async ({ name }) => {
    const table = await pool.query(`select t::text as text from "${name}" t`);
    return (table.rows as { text: string }[]).map(({ text }) => text).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}
