import type { DeskEvent, Standing } from '@rapport/core';
import type { Selectable } from 'kysely';
import type { ViewWorkTable } from '../store/tables.ts';
import { existing, type View } from './view.ts';

type WorkRow = Selectable<ViewWorkTable>;

/** Every item that ever came in, open or closed. */
export const workView: View<'view_work'> = {
  table: 'view_work',
  madeBy: 'work-received',
  idOf: (event) => ('workId' in event ? event.workId : undefined),
  evolve(row, event, { centre, at }) {
    if (event.type === 'work-received') {
      return {
        centre,
        id: event.workId,
        customer_id: event.customerId ?? null,
        channel: event.channel,
        promise_id: event.promiseId,
        priority: event.priority ?? 0,
        status: 'waiting',
        agent_id: null,
        received_at: at,
        offer_count: 0,
        answered_at: null,
        answered_by: null,
        transfer_count: 0,
        closed_at: null,
        disposition: null,
        status_since: at,
        waiting_since: at,
        offer_expires_at: null,
        preferred_id: null,
        offer_standing: null,
        answered_standing: null,
      };
    }
    const work = existing(row, event);
    const status = STATUS_AFTER[event.type] ?? work.status;
    const agentId = IN_NOBODYS_HANDS.has(status) ? null : work.agent_id;
    const moved =
      status === work.status
        ? { status, agent_id: agentId }
        : { status, agent_id: agentId, status_since: at, offer_expires_at: null };
    return { ...work, ...moved, ...changes(work, event, at) };
  },
};

const STATUS_AFTER: Readonly<Partial<Record<DeskEvent['type'], string>>> = {
  'work-offered': 'offered',
  'offer-accepted': 'active',
  'offer-declined': 'waiting',
  'offer-expired': 'waiting',
  'offer-withdrawn': 'waiting',
  'work-transferred': 'waiting',
  'work-held': 'on-hold',
  'work-resumed': 'active',
  'work-wrapped-up': 'wrap-up',
  'work-completed': 'done',
  'work-abandoned': 'abandoned',
};

const IN_NOBODYS_HANDS: ReadonlySet<string> = new Set(['waiting', 'abandoned']);

function changes(work: WorkRow, event: DeskEvent, at: number): Partial<WorkRow> {
  switch (event.type) {
    case 'work-offered':
      return {
        agent_id: event.agentId,
        offer_count: work.offer_count + 1,
        offer_expires_at: event.expiresAt,
        offer_standing: standingOf(event),
      };
    case 'offer-accepted':
      return work.answered_at === null ? firstAnswer(work, event.agentId, at) : {};
    case 'work-transferred':
      return {
        transfer_count: work.transfer_count + 1,
        waiting_since: at,
        preferred_id: event.toAgentId ?? null,
      };
    case 'work-assigned':
      return { preferred_id: event.toAgentId ?? null };
    case 'work-completed':
      return { closed_at: at, disposition: event.disposition ?? null };
    case 'work-abandoned':
      return { closed_at: at };
    default:
      return {};
  }
}

function firstAnswer(work: WorkRow, agentId: string, at: number): Partial<WorkRow> {
  return { answered_at: at, answered_by: agentId, answered_standing: work.offer_standing };
}

/** How somebody is known to the customer of the item that he is offered. */
export function standingOf({
  reason,
}: Extract<DeskEvent, { type: 'work-offered' }>): Standing | null {
  return reason.code === 'best-suited' ? null : (reason.standing ?? null);
}
