import { asId, type Channel } from '@rapport/core';
import type { AgentPresence } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import type { ViewAgentTable, ViewWorkTable } from '../store/tables.ts';
import type { FloorItem } from './floor.ts';
import type { ItemFacts } from './row-changes.ts';

// What rows of the views are to the floor.

/** An open item. */
export function floorItem(row: Selectable<ViewWorkTable>): FloorItem {
  const facts = factsOf(row);
  return {
    facts,
    channel: facts.channel,
    // An open item has none of the two other statuses of the view.
    status: row.status as FloorItem['status'],
    statusSince: row.status_since,
    waitingSince: row.waiting_since,
    agentId: row.agent_id === null ? undefined : asId<'agent'>(row.agent_id),
    expiresAt: row.offer_expires_at ?? undefined,
    isAnswered: row.answered_at !== null,
  };
}

/** What never changes of an item, open or closed. */
export function factsOf(
  row: Pick<
    Selectable<ViewWorkTable>,
    'id' | 'customer_id' | 'channel' | 'promise_id' | 'priority' | 'received_at'
  >,
): ItemFacts {
  return {
    workId: row.id,
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    channel: row.channel as Channel,
    promiseId: row.promise_id,
    priority: row.priority,
    receivedAt: row.received_at,
  };
}

/** An agent. */
export function agentPresence(
  row: Pick<
    Selectable<ViewAgentTable>,
    'id' | 'state' | 'reason' | 'return_at' | 'state_since' | 'is_busy'
  >,
): AgentPresence {
  return {
    agentId: row.id,
    state: row.state as AgentPresence['state'],
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.return_at !== null && { returnAt: row.return_at }),
    stateSince: row.state_since,
    isBusy: row.is_busy,
  };
}
