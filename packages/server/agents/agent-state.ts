import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** How an agent's profile stands, in the fields of the API, as far as the views show; null without one. */
export async function agentState(
  db: Kysely<Tables>,
  centre: string,
  agentId: string,
): Promise<object | null> {
  const row = await db
    .selectFrom('agent_profile as p')
    .innerJoin('view_agent as a', (join) =>
      join.onRef('a.centre', '=', 'p.centre').onRef('a.id', '=', 'p.agent_id'),
    )
    .select(['p.pii_name', 'p.team_id', 'a.skills', 'a.capacity', 'a.is_interruptible'])
    .where('p.centre', '=', centre)
    .where('p.agent_id', '=', agentId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    piiName: row.pii_name,
    skills: JSON.parse(row.skills) as unknown,
    capacity: JSON.parse(row.capacity) as unknown,
    ...(row.is_interruptible && { isInterruptible: true }),
    ...(row.team_id !== null && { teamId: row.team_id }),
  };
}
