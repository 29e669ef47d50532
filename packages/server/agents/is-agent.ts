import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** Whether a centre has such an agent. */
export async function isAgent(
  db: Kysely<Tables>,
  centre: string,
  agentId: string,
): Promise<boolean> {
  const agent = await db
    .selectFrom('agent_profile')
    .select('agent_id')
    .where('centre', '=', centre)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return agent !== undefined;
}
