import type pg from 'pg';
import { quotedName } from './table-catalogue.ts';

interface Suspension {
  readonly suspend: string;
  readonly resume: string;
}

/**
 * Does `work` in the open transaction while no foreign key and no trigger of ours is in force, so
 * that tables may be loaded in any order and nothing reacts to it. Putting the keys back checks
 * every row.
 */
export async function withoutConstraints(
  client: pg.ClientBase,
  work: () => Promise<void>,
): Promise<void> {
  const suspensions = [...(await listForeignKeys(client)), ...(await listTriggers(client))];
  for (const { suspend } of suspensions) await client.query(suspend);
  await work();
  for (const { resume } of suspensions) await client.query(resume);
}

async function listForeignKeys(client: pg.ClientBase): Promise<readonly Suspension[]> {
  // Without a parent: the keys of partitions follow that of their table.
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name,
       pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
     order by conrelid::regclass::text, conname`,
  );
  return rows.map(({ table, name, definition }) => ({
    suspend: `alter table ${table} drop constraint ${quotedName(name)}`,
    resume: `alter table ${table} add constraint ${quotedName(name)} ${definition}`,
  }));
}

/** Each as it was: one that was off stays off. */
async function listTriggers(client: pg.ClientBase): Promise<readonly Suspension[]> {
  const { rows } = await client.query<{ table: string; name: string; mode: string }>(
    `select t.tgrelid::regclass::text as table, t.tgname as name, t.tgenabled as mode
     from pg_trigger t
     join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D'
       and c.relnamespace = 'public'::regnamespace
     order by t.tgrelid::regclass::text, t.tgname`,
  );
  const enabling: Readonly<Record<string, string>> = { O: '', A: 'always', R: 'replica' };
  return rows.map(({ table, name, mode }) => ({
    suspend: `alter table ${table} disable trigger ${quotedName(name)}`,
    resume: `alter table ${table} enable ${enabling[mode] ?? ''} trigger ${quotedName(name)}`,
  }));
}
