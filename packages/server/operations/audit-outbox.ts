import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';

export interface OutboxFindings {
  /** Commands owed for more than a minute. */
  readonly overdueOutbox: number;
  /** Commands noted as taken that the journal does not hold at that position. */
  readonly unfoundOutbox: number;
  /** Agents of whom people know and the desk does not, although it is owed nothing. */
  readonly orphanedProfiles: number;
}

/** Compares what ordinary tables owe the desk with what the desk has taken. */
export async function auditOutbox(db: Kysely<Tables>, centre: string): Promise<OutboxFindings> {
  const { rows } = await sql<OutboxFindings>`
    with unseen as materialized (
      select event ->> 'agentId' as agent_id
      from journal j, json_array_elements(j.events::json) as event
      where j.centre = ${centre} and j.seq > coalesce((
        select seq from follower f where f.centre = ${centre} and f.name = 'views'), 0)
    ),
    outstanding as materialized (
      select coalesce(part -> 'command', part) ->> 'agentId' as agent_id
      from outbox o, jsonb_path_query(o.command::jsonb, 'lax $[*]') as part
      where o.centre = ${centre} and (o.done_at is null or o.refusal is not null)
    )
    select
      (select coalesce(sum(command_count), 0)::float8 from outbox
        where centre = ${centre} and done_at is null and created_at < now() - interval '1 minute'
      ) as "overdueOutbox",
      (select count(*) from outbox o
        where o.centre = ${centre} and o.position is not null and not exists (
          select 1 from journal j
          where j.centre = o.centre and j.seq = o.position and j.command_id = o.id)
      ) as "unfoundOutbox",
      (select count(*) from agent_profile p
        where p.centre = ${centre} and p.retired_at is null
          and not exists (
            select 1 from view_agent a where a.centre = p.centre and a.id = p.agent_id)
          and not exists (select 1 from unseen where unseen.agent_id = p.agent_id)
          and not exists (select 1 from outstanding where outstanding.agent_id = p.agent_id)
      ) as "orphanedProfiles"`.execute(db);
  const [findings] = rows;
  if (findings === undefined) throw new Error('the outbox could not be counted');
  return findings;
}
