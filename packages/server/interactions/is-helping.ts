import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** Whether an agent was asked to help with an interaction that somebody else carries. */
export async function isHelping(
  { db, centre }: { readonly db: Kysely<Tables>; readonly centre: string },
  interactionId: string,
  agentId: string | undefined,
): Promise<boolean> {
  if (agentId === undefined) return false;
  const asked = await db
    .selectFrom('help_request')
    .select('agent_id')
    .where('centre', '=', centre)
    .where('interaction_id', '=', interactionId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return asked !== undefined;
}
