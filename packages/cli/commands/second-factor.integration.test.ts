import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase, type Tables, takeServerLock } from '@rapport/server';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { adoptKeyCommand } from './adopt-key.ts';
import { endSecondFactorCommand } from './end-second-factor.ts';
import { resetPasswordCommand } from './reset-password.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await using database = await openPlace();
  await migrate(database.kysely);
  await database.pool.query(
    `insert into auth_user (id, name, email, email_verified) values ('u', 'u', 'u', true);
     insert into person (centre, id, user_id, pii_name, pii_email, roles)
       values ('main', 'person_1', 'u', 'Ann', 'ann@example.org', array['administrator'])`,
  );
});

beforeEach(async () => {
  await using database = await openPlace();
  await database.pool.query(
    `delete from auth_two_factor;
     delete from auth_session;
     update auth_user set two_factor_enabled = true;
     insert into auth_two_factor (id, user_id, secret, backup_codes) values ('f', 'u', 's', 'b');
     insert into auth_session (id, user_id, token_hash, expires_at) values ('s', 'u', 'h', now())`,
  );
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const openPlace = () =>
  openDatabase<Tables>({ dataFolder: join(folder, 'data'), databaseUrl: undefined });

async function rapport(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const code = await runCli(
    argv,
    {
      environment: { RAPPORT_DATA: join(folder, 'data') },
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTerminal: false,
      stop: new AbortController().signal,
    },
    { version: '0.0.0', commands: [adoptKeyCommand, endSecondFactorCommand, resetPasswordCommand] },
  );
  return { code, out, err };
}

/** What is left of the second factor and of the sessions, and what the audit says last. */
async function left() {
  await using database = await openPlace();
  const { rows } = await database.pool.query(
    `select (select count(*)::int from auth_two_factor) as factors,
       (select count(*)::int from auth_session) as sessions,
       (select two_factor_enabled from auth_user) as enabled,
       (select action || ' ' || subject from audit_trail order by ordinal desc limit 1) as last`,
  );
  return rows[0] as unknown;
}

test('end-second-factor ends what a person has lost, and his sessions', async () => {
  const nobody = await rapport('end-second-factor', 'bob@example.org');
  expect(nobody).toMatchObject({ code: 1, out: '' });
  expect(nobody.err).toContain('bob@example.org');
  const ended = await rapport('end-second-factor', 'Ann@Example.org');
  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(await left()).toEqual({
    factors: 0,
    sessions: 0,
    enabled: false,
    last: 'end-second-factor person_1',
  });
  expect((await rapport('end-second-factor', 'ann@example.org', '--json')).out).toBe(
    '{"isEnded":false}\n',
  );
});

test('reset-password prints a link that is kept as a hash alone', async () => {
  expect(await rapport('reset-password', 'bob@example.org')).toMatchObject({ code: 1, out: '' });
  const { code, out } = await rapport('reset-password', 'Ann@Example.org', '--json');
  const { url, expiresAt } = JSON.parse(out) as { url: string; expiresAt: number };
  expect(code).toBe(0);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:7300\/password#[\w-]{43}$/u);
  expect(expiresAt).toBeGreaterThan(Date.now());
  await using database = await openPlace();
  const { rows } = await database.pool.query('select * from invitation');
  expect(rows).toMatchObject([{ centre: 'main', person_id: 'person_1' }]);
  expect(JSON.stringify(rows)).not.toContain(url.split('#')[1]);
  expect(await left()).toMatchObject({ last: 'start-password-reset person_1' });
});

test('adopt-key ends second factors, and waits for nobody who serves the centre', async () => {
  {
    await using stack = new AsyncDisposableStack();
    stack.use(await takeServerLock(stack.use(await openPlace()), 'main'));
    const refused = await rapport('adopt-key');
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('already served');
  }
  const adopted = await rapport('adopt-key');
  expect(adopted).toMatchObject({ code: 0, err: '' });
  expect(adopted.out).toContain('Second factors that ended: 1.');
  expect(await left()).toMatchObject({ factors: 0, enabled: false, last: 'adopt-key main' });
});
