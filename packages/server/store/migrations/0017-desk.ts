import { type Kysely, sql } from 'kysely';

/** What the agent desk keeps: what was read, what was put off, files, calls for help, dispositions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table interaction
      add column read_ordinal integer not null default 0,
      add column customer_read_ordinal integer not null default 0,
      add column later_at bigint,
      add column later_set_at bigint`.execute(db);
  await sql`
    alter table message add column pii_attachments text not null default '[]'`.execute(db);
  await sql`
    create table attachment (
      centre text not null,
      id text not null,
      interaction_id text not null,
      author_id text,
      message_id text,
      content_type text not null,
      size_bytes integer not null,
      pii_content bytea not null,
      at bigint not null,
      primary key (centre, id)
    )`.execute(db);
  await sql`
    create index attachment_by_interaction on attachment (centre, interaction_id)`.execute(db);
  await sql`
    create table help_request (
      centre text not null,
      interaction_id text not null,
      agent_id text not null,
      asked_by text not null,
      asked_at bigint not null,
      primary key (centre, interaction_id, agent_id)
    )`.execute(db);
  await sql`create index help_request_by_agent on help_request (centre, agent_id)`.execute(db);
  await sql`
    create table disposition_list (
      centre text not null primary key,
      version integer not null,
      dispositions text not null
    )`.execute(db);
}
