import { createServer, type Server } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { embeddedTestDatabase, externalTestDatabase } from '../testing/index.ts';
import { openDatabase } from './open-database.ts';

describe.each([
  ['embedded', embeddedTestDatabase],
  ['external', externalTestDatabase],
] as const)('an open %s database', (kind, open) => {
  test('answers through its pool and through kysely, and reads bigint as a number', async () => {
    await using database = await open<{ entry: { seq: number } }>();
    expect(database.kind).toBe(kind);
    await database.pool.query('create table entry (seq bigint primary key)');
    await database.kysely.insertInto('entry').values({ seq: 7 }).execute();
    expect(await database.kysely.selectFrom('entry').selectAll().execute()).toEqual([{ seq: 7 }]);
  });

  test('copies a template that was prepared once', async () => {
    let preparedCount = 0;
    const template = {
      name: `template_${kind}`,
      prepare: async ({ pool }: { pool: { query: (sql: string) => Promise<unknown> } }) => {
        preparedCount += 1;
        await pool.query('create table made (id int)');
      },
    };
    await using first = await open({ template });
    await using second = await open({ template });
    await first.pool.query('insert into made values (1)');
    expect((await second.pool.query('select * from made')).rowCount).toBe(0);
    expect(preparedCount).toBe(1);
  });
});

describe('an external server', () => {
  test('that is too old is refused', async () => {
    const server = serverOfVersion('14.12 (Debian 14.12-1)');
    const port = await listeningPort(server);
    const databaseUrl = `postgresql://u@127.0.0.1:${port}/d?sslmode=disable`;
    const opening = openDatabase({ dataFolder: '/nonexistent', databaseUrl });
    await expect(opening).rejects.toMatchObject({
      code: 'database-too-old',
      message: 'the database is PostgreSQL 14.12; Rapport needs 15 or newer',
    });
    server.close();
  });

  test('that does not answer is said to, without its password', async () => {
    const databaseUrl = 'postgresql://u:secret@127.0.0.1:1/d';
    const error: unknown = await openDatabase({ dataFolder: '/nonexistent', databaseUrl }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'database-unavailable', retryable: true });
    expect(inspect(error)).not.toContain('secret');
  });
});

/** Just enough of PostgreSQL's protocol to be asked for its version. */
function serverOfVersion(version: string): Server {
  const message = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeUInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const ready = message('Z', Buffer.from('I'));
  const value = Buffer.from(version);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(value.length);
  const answer = [
    message(
      'T',
      Buffer.from(
        '\0\x01server_version\0\0\0\0\0\0\0\0\0\0\x19\xff\xff\xff\xff\xff\xff\0\0',
        'latin1',
      ),
    ),
    message('D', Buffer.concat([Buffer.from('\0\x01'), length, value])),
    message('C', Buffer.from('SHOW\0')),
    ready,
  ];
  return createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.on('data', (chunk) => {
        if (chunk.toString('latin1').startsWith('Q')) socket.write(Buffer.concat(answer));
      });
    });
    socket.on('error', () => socket.destroy());
  });
}

async function listeningPort(server: Server): Promise<number> {
  return await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
