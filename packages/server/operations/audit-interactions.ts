import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';

export interface InteractionFindings {
  /** Items that came in with an interaction which is not there. */
  readonly lostInteractions: number;
  /** Interactions whose items the history does not know. */
  readonly orphanedInteractions: number;
  /** Interactions whose messages are not counted from 1 to the last without gaps. */
  readonly miscountedInteractions: number;
}

/** Compares the interactions with the history of their items, and with their messages. */
export async function auditInteractions(
  db: Kysely<Tables>,
  centre: string,
): Promise<InteractionFindings> {
  // The hash of a command with which something was kept has a mark behind a dot, and its first event
  // is the item's.
  const { rows } = await sql<InteractionFindings>`
    with carried as (
      select seq, events::json -> 0 ->> 'workId' as work_id, strpos(command_hash, '.') > 0 as is_kept
      from journal where centre = ${centre} and events like '[{"type":"work-received"%'
    )
    select
      (select count(*) from carried c where c.is_kept and not exists (
        select 1 from interaction i where i.centre = ${centre} and i.work_id = c.work_id)
      ) as "lostInteractions",
      (select count(*) from interaction i where i.centre = ${centre} and not exists (
        select 1 from carried c where c.work_id = i.work_id and c.is_kept)
      ) as "orphanedInteractions",
      (select count(*) from interaction i
        left join (
          select interaction_id, count(*) as message_count, max(ordinal) as last_ordinal
          from message where centre = ${centre} group by interaction_id
        ) m on m.interaction_id = i.id
        where i.centre = ${centre} and (
          i.message_count <> coalesce(m.message_count, 0)
          or i.message_count <> coalesce(m.last_ordinal, 0))
      ) as "miscountedInteractions"`.execute(db);
  const [findings] = rows;
  if (findings === undefined) throw new Error('the interactions could not be counted');
  return findings;
}
