import { type Kysely, sql } from 'kysely';

/** What lists are asked by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index view_bond_by_owner on view_bond (centre, owner_id, id)`.execute(db);
  await sql`create index audit_trail_by_actor on audit_trail (centre, actor, ordinal)`.execute(db);
  await sql`create index audit_trail_by_subject on audit_trail (centre, subject, ordinal)`.execute(
    db,
  );
}
