import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase, type Tables } from '@rapport/server';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { createKeyCommand } from './create-key.ts';
import { revokeKeyCommand } from './revoke-key.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await using database = await openPlace();
  await migrate(database.kysely);
  await database.pool.query(
    `insert into agent_profile (centre, agent_id, pii_name) values ('main', 'agent_1', 'Ted')`,
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
    { version: '0.0.0', commands: [createKeyCommand, revokeKeyCommand] },
  );
  return { code, out, err };
}

async function keyCount(): Promise<number> {
  await using database = await openPlace();
  return (await database.kysely.selectFrom('api_key').select('id').execute()).length;
}

test('a key acts as an agent who is there, and as nobody else', async () => {
  const before = await keyCount();
  expect(await rapport('create-key', 'x', '--scopes', 'work:read', '--agent', 'nope')).toEqual({
    code: 2,
    out: '',
    err: "rapport: The centre main has no agent 'nope'. See 'rapport create-key --help'.\n",
  });
  expect(await keyCount()).toBe(before);
  const made = await rapport('create-key', 'x', '--scopes', 'work:serve', '--agent', 'agent_1');
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(await keyCount()).toBe(before + 1);
});

test('a key that is to serve work without an agent is made with a warning', async () => {
  expect(await rapport('create-key', 'x', '--scopes', 'work:serve')).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^rapport: Without --agent this key serves no work/) as string,
  });
  expect(await rapport('create-key', 'x', '--scopes', 'all')).toMatchObject({ code: 0, err: '' });
});

test('a key is revoked once', async () => {
  const { out } = await rapport('create-key', 'x', '--scopes', 'work:read', '--json');
  const { id } = JSON.parse(out) as { id: string };
  expect(await rapport('revoke-key', id)).toMatchObject({ code: 0, err: '' });
  expect(await rapport('revoke-key', id)).toEqual({
    code: 1,
    out: '',
    err: `rapport: The centre main has no such key in force: ${id}\n`,
  });
});
