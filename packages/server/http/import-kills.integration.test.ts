import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SCOPES } from '@rapport/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { createApiKey } from '../identity/api-keys.ts';
import { audit } from '../operations/audit.ts';
import { openHttpCentre } from '../testing/http-centre.ts';
import { type HttpProcess, startHttpProcess } from '../testing/start-http-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { Tables } from '../store/tables.ts';

const CUSTOMERS = 6_000;
const FILE = [
  'id,name,email',
  ...Array.from(
    { length: CUSTOMERS },
    (_, index) => `C${index},Name ${index},c${index}@example.org`,
  ),
].join('\n');
const BONDS = [
  'customer,owner',
  ...Array.from({ length: CUSTOMERS }, (_, index) => `C${index},ted`),
].join('\n');

let process: HttpProcess;
let root: string;
let dataFolder: string;
let secret: string;

beforeEach(async () => {
  root = await temporaryFolder();
  dataFolder = join(root, 'data');
  process = await startHttpProcess(dataFolder);
  await process.endWith('SIGTERM');
  await using database = await openDatabase<Tables>({ dataFolder, databaseUrl: undefined });
  const key = { centre: 'main', name: 'test', scopes: SCOPES };
  ({ secret } = await createApiKey(database.kysely, key));
}, 60_000);

afterEach(async () => {
  process.signal('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

async function upload({
  kind,
  key,
  body,
}: {
  kind: string;
  key: string;
  body: string | AsyncIterable<Uint8Array>;
}) {
  const response = await fetch(`${process.address}/api/v1/imports?kind=${kind}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'text/csv',
      'idempotency-key': key,
    },
    body,
    ...({ duplex: 'half' } as object),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

async function call(method: 'GET' | 'POST', path: string) {
  const headers = { authorization: `Bearer ${secret}` };
  const response = await fetch(`${process.address}/api/v1/imports/${path}`, { method, headers });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

async function read(importId: unknown) {
  return (await call('GET', String(importId))).answer;
}

async function ended(importId: unknown) {
  await expect
    .poll(async () => (await read(importId))['status'], { timeout: 60_000 })
    .toMatch(/^(done|failed|undone)$/);
  return await read(importId);
}

/** Lets the views take in what they had not yet. */
async function awaitViews(): Promise<void> {
  await using served = await openHttpCentre({ environment: { RAPPORT_DATA: dataFolder } });
  const seen = async () => {
    const { rows } = await served.centre.database.pool.query<{ seq: number }>(
      "select seq from follower where name = 'views'",
    );
    return rows[0]?.seq;
  };
  await expect.poll(seen, { timeout: 20_000 }).toBe(served.centre.host.position);
}

/** What is in the tables after it all, once the process has left. */
async function contents() {
  await using database = await openDatabase<Tables>({ dataFolder, databaseUrl: undefined });
  const { rows } = await database.pool.query<Record<string, number>>(`
    select (select count(*) from import) as imports, (select count(*) from customer) as customers,
      (select count(*) from customer_identity) as identities,
      (select count(*) from audit_trail where action = 'import-created') as audited,
      (select count(*) from audit_trail where action = 'undo-imported') as undone,
      (select count(*) from view_bond where owner_id is not null) as bonds,
      (select count(*) from journal where command_id like 'import\\_%') as commands`);
  const { faults } = await audit(database.kysely, 'main');
  expect(Object.entries(faults).filter(([, count]) => count !== 0)).toEqual([]);
  return rows[0];
}

describe('kill -9', () => {
  test('in the middle of an upload: nothing is begun, and the same upload is taken', async () => {
    process = await startHttpProcess(dataFolder);
    const half = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(FILE.slice(0, FILE.length / 2));
      await sleep(60_000, undefined, { ref: false });
    };
    const cutOff = upload({ kind: 'customers', key: 'half', body: half() }).catch(
      (error: unknown) => error,
    );
    const folder = join(dataFolder, 'imports');
    const files = () => readdir(folder).catch(() => []);
    await expect.poll(files, { timeout: 10_000 }).toHaveLength(1);
    await process.endWith('SIGKILL');
    expect(await cutOff).toBeInstanceOf(Error);

    process = await startHttpProcess(dataFolder);
    expect(await files()).toEqual([]);
    const { answer } = await upload({ kind: 'customers', key: 'half', body: FILE });
    expect(await ended(answer['importId'])).toMatchObject({
      status: 'done',
      counts: { created: CUSTOMERS, refused: 0 },
    });
    await process.endWith('SIGTERM');
    expect(await contents()).toMatchObject({ imports: 1, customers: CUSTOMERS });
  }, 120_000);

  test('again and again in the middle of the work: it goes on by itself, and nothing doubles', async () => {
    process = await startHttpProcess(dataFolder);
    const finish = async (
      asked: { kind: string; key: string; body: string },
      killsAfterMs: readonly number[] = [150, 700],
    ): Promise<void> => {
      const { answer } = await upload(asked);
      for (const killAfterMs of killsAfterMs) {
        await sleep(killAfterMs);
        await process.endWith('SIGKILL');
        process = await startHttpProcess(dataFolder);
      }
      // A client that never had an answer asks once more, and one confuses its files.
      const other = await upload({ ...asked, body: `${asked.body}\n` });
      expect(other).toMatchObject({ status: 422, answer: { type: 'command-id-reused' } });
      expect((await upload(asked)).answer).toMatchObject({ importId: answer['importId'] });
      const { counts } = await ended(answer['importId']);
      expect(counts).toMatchObject({
        created: asked.kind === 'agents' ? 1 : CUSTOMERS,
        refused: 0,
      });
    };
    await finish({ kind: 'customers', key: 'customers', body: FILE });
    // One row is done before anybody could kill it.
    await finish({ kind: 'agents', key: 'agents', body: 'login,name\nted,Ted' }, []);
    await finish({ kind: 'bonds', key: 'bonds', body: BONDS });
    await process.endWith('SIGTERM');
    await awaitViews();
    expect(await contents()).toEqual({
      imports: 3,
      customers: CUSTOMERS,
      identities: CUSTOMERS,
      audited: 2 * CUSTOMERS + 1,
      undone: 0,
      bonds: CUSTOMERS,
      commands: CUSTOMERS + 1,
    });
  }, 240_000);

  test('in the middle of an undo: it goes on by itself, and takes each row back once', async () => {
    process = await startHttpProcess(dataFolder);
    const take = async (kind: string, body: string): Promise<unknown> => {
      const { answer } = await upload({ kind, key: kind, body });
      expect(await ended(answer['importId'])).toMatchObject({ status: 'done' });
      return answer['importId'];
    };
    const customers = await take('customers', FILE);
    await take('agents', 'login,name\nted,Ted');
    const bonds = await take('bonds', BONDS);
    for (const importId of [bonds, customers]) {
      const { status } = await call('POST', `${String(importId)}/undo`);
      expect(status).toBe(200);
      // The first comes while nothing is taken back yet, the second while chunks are.
      for (const killAfterMs of [0, 150]) {
        await sleep(killAfterMs);
        await process.endWith('SIGKILL');
        process = await startHttpProcess(dataFolder);
      }
      expect(await ended(importId)).toMatchObject({ status: 'undone' });
      const { answer } = await call('GET', `${String(importId)}/rows?isKept=true`);
      expect(answer).toEqual({ items: [] });
    }
    await process.endWith('SIGTERM');
    await awaitViews();
    expect(await contents()).toEqual({
      imports: 3,
      customers: 0,
      identities: 0,
      audited: 2 * CUSTOMERS + 1,
      undone: 2 * CUSTOMERS,
      bonds: 0,
      commands: 2 * CUSTOMERS + 1,
    });
  }, 240_000);
});
