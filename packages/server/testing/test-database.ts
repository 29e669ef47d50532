import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { openSession } from '../database/session.ts';
import type { TestServer } from './test-servers.ts';

/** A database that is made once in a test run and then copied, which takes tens of ms. */
export interface TestTemplate<Tables> {
  readonly name: string;
  readonly prepare: (database: Database<Tables>) => Promise<void>;
}

export interface TestDatabaseOptions<Tables> {
  readonly template?: TestTemplate<Tables>;
}

type Open<Tables> = (name: string) => Promise<Database<Tables>>;

const TEMPLATE_LOCK = '1918988400, 100';

/** A fresh database on the embedded server of this test run. `close` drops it. */
export async function embeddedTestDatabase<Tables = unknown>(
  options: TestDatabaseOptions<Tables> = {},
): Promise<Database<Tables>> {
  const { embedded } = inject('testServers');
  const { dataFolder } = embedded;
  return await freshDatabase(embedded, options, (embeddedName) =>
    openDatabase<Tables>({ dataFolder, databaseUrl: undefined }, { embeddedName }),
  );
}

/** A fresh database on the external server of this test run. `close` drops it. */
export async function externalTestDatabase<Tables = unknown>(
  options: TestDatabaseOptions<Tables> = {},
): Promise<Database<Tables>> {
  const { external } = inject('testServers');
  return await freshDatabase(external, options, (name) =>
    openDatabase<Tables>({ dataFolder: '/nonexistent', databaseUrl: urlOf(external, name) }),
  );
}

/** The address of an external test database, as `DATABASE_URL` would hold it. */
export function urlOfDatabase({ connection }: Pick<Database, 'connection'>): string {
  if (connection.connectionString === undefined) throw new Error('the database is embedded');
  return connection.connectionString;
}

function urlOf({ admin }: TestServer, name: string): string {
  const query = new URLSearchParams({ host: admin.host ?? '', user: String(admin.user) });
  return `postgresql:///${name}?${query.toString()}`;
}

async function freshDatabase<Tables>(
  server: TestServer,
  options: TestDatabaseOptions<Tables>,
  open: Open<Tables>,
): Promise<Database<Tables>> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    const template = await preparedTemplate(admin, options.template, open);
    await admin.query(`create database ${name} template ${pg.escapeIdentifier(template)}`);
  });
  const database = await open(name);
  const close = async (): Promise<void> => {
    await database.close();
    await asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  return { ...database, close, [Symbol.asyncDispose]: close };
}

async function preparedTemplate<Tables>(
  admin: pg.Client,
  template: TestTemplate<Tables> | undefined,
  open: Open<Tables>,
): Promise<string> {
  if (template === undefined) return 'template0';
  // Held until the session ends: of several workers one prepares, the others wait for it.
  await admin.query(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
  const found = await admin.query('select 1 from pg_database where datname = $1', [template.name]);
  if (found.rowCount !== 0) return template.name;
  const draft = `${template.name}_draft`;
  await admin.query(`drop database if exists ${pg.escapeIdentifier(draft)} with (force)`);
  await admin.query(`create database ${pg.escapeIdentifier(draft)} template template0`);
  const database = await open(draft);
  try {
    await template.prepare(database);
  } finally {
    await database.close();
  }
  await admin.query(
    `alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(template.name)}`,
  );
  return template.name;
}

async function asAdmin(
  server: TestServer,
  work: (admin: pg.Client) => Promise<unknown>,
): Promise<void> {
  await using session = await openSession(server.admin);
  await work(session.client);
}
