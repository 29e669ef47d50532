import type { Database } from '../database/database.ts';
import { migrate } from '../store/migrate.ts';
import type { Tables } from '../store/tables.ts';
import { embeddedTestDatabase, externalTestDatabase } from './test-database.ts';

/** The kinds of database that a centre runs on, each with a way to a fresh one with all tables. */
export const CENTRE_DATABASES: readonly {
  readonly kind: string;
  readonly open: () => Promise<Database<Tables>>;
}[] = [
  { kind: 'the embedded PostgreSQL', open: () => embeddedTestDatabase<Tables>({ template }) },
  { kind: 'an external PostgreSQL', open: () => externalTestDatabase<Tables>({ template }) },
];

const template = {
  name: 'centre',
  prepare: async (database: Database<Tables>): Promise<void> => {
    await migrate(database.kysely);
  },
};
