import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/** Tables that change on their own: caches, and how far somebody has come. */
const RESTLESS = ['follower', 'measure_checkpoint', 'snapshot', 'snapshot_part'];

/** Makes something that reads every table, and says of each what it holds, by a hash. */
export async function tableFingerprint(
  db: Kysely<Tables>,
): Promise<() => Promise<Readonly<Record<string, string>>>> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
      and not c.relname = any(${RESTLESS})
    order by 1`.execute(db);
  const hashes = rows.map(
    ({ name }) => sql`
      select ${name} as name, count(*) || ':' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')
        as hash from ${sql.table(name)} t`,
  );
  const all = sql<{ name: string; hash: string }>`${sql.join(hashes, sql` union all `)}`;
  return async () => {
    const found = await all.execute(db);
    return Object.fromEntries(found.rows.map(({ name, hash }) => [name, hash]));
  };
}
