import type { AgentId, Desk } from '@rapport/core';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Principal } from '../identity/principal.ts';

/** Roles that read everybody's conversations. */
const OF_ALL = ['supervisor', 'care-owner', 'administrator'] as const;

/**
 * The condition on rows of `interactionRows` that holds for what a caller may read; undefined where he
 * may read all. An agent reads whatever belongs to a customer whom he is serving or knows, and what he
 * has carried himself.
 */
export async function conversationsOf(
  { kind, roles, agentId }: Principal,
  host: Host,
): Promise<RawBuilder<SqlBool> | undefined> {
  if (OF_ALL.some((role) => roles.includes(role))) return undefined;
  if (agentId === undefined) return kind === 'key' ? undefined : sql<SqlBool>`false`;
  const { workIds, customerIds } = await host.ask((desk) => inHandsOf(desk, agentId));
  return sql<SqlBool>`(
    i.work_id = any(${workIds}) or i.customer_id = any(${customerIds})
    or w.agent_id = ${agentId} or w.answered_by = ${agentId}
    or exists (
      select 1 from view_bond b
      where b.centre = i.centre and b.id = i.customer_id and (
        b.owner_id = ${agentId} or b.deputy_ids::jsonb ? ${agentId} or b.earned::jsonb ? ${agentId}))
  )`;
}

/** The items that an agent is offered or carries, and whose they are. */
function inHandsOf(
  { agents }: Desk,
  agentId: AgentId,
): { readonly workIds: string[]; readonly customerIds: string[] } {
  const agent = agents.get(agentId);
  const items = [...(agent?.carried ?? []), ...(agent?.offered ? [agent.offered] : [])];
  return {
    workIds: items.map(({ id }) => id),
    customerIds: items.flatMap(({ customerId }) => customerId ?? []),
  };
}
