import { type AgentId, type Desk, recordsOf } from '@rapport/core';
import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Principal } from '../identity/principal.ts';
import type { Tables } from '../store/tables.ts';

/** Roles that read everybody's conversations. */
const OF_ALL = ['supervisor', 'care-owner', 'administrator'] as const;

/**
 * The condition on rows of `interactionRows` that holds for what a caller may read; undefined where he
 * may read all. An agent reads whatever belongs to a customer whom he is serving or knows, what he has
 * carried himself, and what he was asked to help with while it is open.
 */
export async function conversationsOf(
  principal: Principal,
  host: Host,
): Promise<RawBuilder<SqlBool> | undefined> {
  if (readsAll(principal)) return undefined;
  const { agentId } = principal;
  if (agentId === undefined) return sql<SqlBool>`false`;
  const { workIds, customerIds } = await host.ask((desk) => inHandsOf(desk, agentId));
  return isReadBy({
    agentId: sql`${agentId}`,
    workIds: sql`${workIds}`,
    customerIds: sql`${customerIds}`,
  });
}

/** Whether a caller reads every conversation, whoever serves whom. */
export function readsAll({ kind, roles, agentId }: Principal): boolean {
  if (OF_ALL.some((role) => roles.includes(role))) return true;
  return kind === 'key' && agentId === undefined;
}

/** An agent, and interactions that he was let read. */
export interface Reader {
  readonly agentId: AgentId;
  readonly interactionIds: readonly string[];
}

/** Those of the interactions that their agents may read no more, by agent. One statement for all. */
export async function unreadBy(
  {
    db,
    centre,
    host,
    whenShown,
  }: {
    readonly db: Kysely<Tables>;
    readonly centre: string;
    readonly host: Host;
    /** Whether the views have come to a position, in a moment at most. */
    readonly whenShown: (position: number) => Promise<boolean>;
  },
  readers: readonly Reader[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const lost = new Map<string, Set<string>>();
  if (readers.length === 0) return lost;
  const asked = await host.ask((desk) =>
    readers.map(({ agentId, interactionIds }) => {
      const { workIds, customerIds } = inHandsOf(desk, agentId);
      return { agent_id: agentId, interactionIds, workIds, customerIds };
    }),
  );
  // Views that lag would hold a bond for missing that has just been earned. They are asked next time.
  if (!(await whenShown(host.position))) return lost;
  const { rows } = await sql<{ agent_id: string; id: string }>`
    select r.agent_id, asked.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r(
      agent_id text, "interactionIds" text[], "workIds" text[], "customerIds" text[]),
      unnest(r."interactionIds") as asked(id)
    where not exists (
      select 1 from interaction i
      left join view_work w on w.centre = i.centre and w.id = i.work_id
      where i.centre = ${centre} and i.id = asked.id and ${isReadBy({
        agentId: sql`r.agent_id`,
        workIds: sql`r."workIds"`,
        customerIds: sql`r."customerIds"`,
      })})`.execute(db);
  for (const { agent_id, id } of rows) {
    const ids = lost.get(agent_id);
    if (ids === undefined) lost.set(agent_id, new Set([id]));
    else ids.add(id);
  }
  return lost;
}

/** Whether an agent who has these in his hands reads an interaction (`i`) with this item (`w`). */
function isReadBy({
  agentId,
  workIds,
  customerIds,
}: Readonly<
  Record<'agentId' | 'workIds' | 'customerIds', RawBuilder<unknown>>
>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    i.work_id = any(${workIds}) or i.customer_id = any(${customerIds})
    or w.agent_id = ${agentId} or w.answered_by = ${agentId}
    or (w.closed_at is null and exists (
      select 1 from help_request h
      where h.centre = i.centre and h.interaction_id = i.id and h.agent_id = ${agentId}))
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
    customerIds: items.flatMap(({ customer }) => recordsOf(customer)),
  };
}
