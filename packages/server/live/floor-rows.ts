import { asId, type Channel } from '@rapport/core';
import type { AgentPresence } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import type { ViewAgentTable, ViewWorkTable } from '../store/tables.ts';
import { alertOf } from '../views/alert-after.ts';
import { callbackOf } from '../views/callback-after.ts';
import { choiceOf } from '../views/choice-after.ts';
import { reservationOf } from '../views/reservation-after.ts';
import { turnOf } from '../views/turn-after.ts';
import { laterOf, waitsOf } from '../views/work-view.ts';
import type { FloorItem } from './floor-item.ts';
import type { PromisedTimes } from './promised-times.ts';
import type { ItemFacts } from './row-changes.ts';

// What rows of the views are to the floor.

/** An open item; what it waited before counts by the service hours as they stand. */
export function floorItem(
  row: Selectable<ViewWorkTable>,
  promises: Pick<PromisedTimes, 'waitedMs'>,
): FloorItem {
  const facts = factsOf(row);
  return {
    facts,
    channel: facts.channel,
    // An open item has none of the two other statuses of the view.
    status: row.status as FloorItem['status'],
    statusSince: row.status_since,
    waitingSince: row.waiting_since,
    waitedMs: waitsOf(row).reduce(
      (sum, wait) => sum + promises.waitedMs({ promiseId: row.promise_id, ...wait }),
      0,
    ),
    promisedMs: row.promised_ms ?? undefined,
    requirements: JSON.parse(row.requirements) as FloorItem['requirements'],
    agentId: row.agent_id === null ? undefined : asId<'agent'>(row.agent_id),
    expiresAt: row.offer_expires_at ?? undefined,
    deferredUntil: row.deferred_until ?? undefined,
    pausedById: row.paused_by ?? undefined,
    later: laterOf(row),
    alert: alertOf(row),
    reservation: reservationOf(row),
    callback: callbackOf(row),
    choice: choiceOf(row),
    turn: turnOf(row),
    asideForId: row.aside_for ?? undefined,
    // Whoever is to be called waits no more for an answer.
    isAnswered: row.answered_at !== null || row.later_at !== null,
    preferredId: row.preferred_id ?? undefined,
    standing: row.offer_standing ?? undefined,
    revision: 0,
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
    | 'id'
    | 'state'
    | 'reason'
    | 'return_at'
    | 'state_since'
    | 'is_busy'
    | 'is_unreachable'
    | 'wind_down'
    | 'absent_until'
    | 'deputy_id'
  >,
): AgentPresence {
  return {
    agentId: row.id,
    state: row.state as AgentPresence['state'],
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.return_at !== null && { returnAt: row.return_at }),
    stateSince: row.state_since,
    isBusy: row.is_busy,
    ...(row.is_unreachable && { isUnreachable: true }),
    ...daysOf(row),
  };
}

/** Whether an agent winds down or is away, as the API says it. */
export function daysOf(
  row: Pick<Selectable<ViewAgentTable>, 'wind_down' | 'absent_until' | 'deputy_id'>,
): Pick<AgentPresence, 'windDown' | 'absence'> {
  const { wind_down: windDown, absent_until: untilAt, deputy_id: deputyId } = row;
  return {
    ...(windDown !== null && { windDown: JSON.parse(windDown) as AgentPresence['windDown'] & {} }),
    ...(untilAt !== null && {
      absence: deputyId === null ? { untilAt } : { untilAt, deputyId },
    }),
  };
}
