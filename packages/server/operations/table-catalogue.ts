import type pg from 'pg';

/** Kysely's own record of the migrations; a backup names them in its header instead. */
const MIGRATION_TABLES = ['kysely_migration', 'kysely_migration_lock'];

/** A table and the columns that hold values of their own; a partitioned table stands for its parts. */
export interface CatalogueTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The tables of schema public, by name; without migrations' and extensions'. */
export async function listTables(client: pg.ClientBase): Promise<readonly CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable>(
    `select c.relname as name,
       coalesce(
         array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''), '{}'
       ) as columns
     from pg_class c
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace
       and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1)
       and not exists (
         select from pg_depend d
         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
       )
     group by c.relname
     order by c.relname`,
    [MIGRATION_TABLES],
  );
  return rows;
}

/** The first table that has a row, or undefined when all are empty. */
export async function findFilledTable(client: pg.ClientBase): Promise<string | undefined> {
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query<{ filled: boolean }>(
      `select exists (select from ${quotedTable(name)}) as filled`,
    );
    if (rows[0]?.filled === true) return name;
  }
  return undefined;
}

/** Names of the applied migrations, in order; none in a database that was never migrated. */
export async function listAppliedMigrations(client: pg.ClientBase): Promise<readonly string[]> {
  const found = await client.query<{ found: string | null }>(
    `select to_regclass('public.kysely_migration')::text as found`,
  );
  if (typeof found.rows[0]?.found !== 'string') return [];
  const { rows } = await client.query<{ name: string }>(
    'select name from public.kysely_migration order by name',
  );
  return rows.map(({ name }) => name);
}

export function quotedTable(name: string): string {
  return `public.${quotedName(name)}`;
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
