import { type Kysely, sql } from 'kysely';

/** How things stood at some moments, so that a day is measured without the whole history before it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table measure_checkpoint (
      centre text not null,
      seq bigint not null,
      at bigint not null,
      format integer not null,
      events text not null,
      primary key (centre, seq)
    )`.execute(db);
}
