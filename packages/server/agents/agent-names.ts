import { type AgentId, asId } from '@rapport/core';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

interface Asked {
  readonly db: Kysely<Tables>;
  readonly centre: string;
}

/** What agents are called, whoever has left included. */
export async function agentNames(
  { db, centre }: Asked,
  agentIds: readonly AgentId[],
): Promise<ReadonlyMap<AgentId, string>> {
  if (agentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('agent_profile')
    .select(['agent_id', 'pii_name'])
    .where('centre', '=', centre)
    .where('agent_id', 'in', agentIds)
    .execute();
  return new Map(rows.map((row) => [asId<'agent'>(row.agent_id), row.pii_name]));
}
