import type { DeskEvent } from '@rapport/core';
import type { Selectable } from 'kysely';
import type { ViewAgentTable } from '../store/tables.ts';
import { existing, type View } from './view.ts';

const TYPES: ReadonlySet<string> = new Set([
  'agent-registered',
  'agent-changed',
  'agent-state-changed',
  'agent-busy-began',
  'agent-busy-ended',
  'busy-intervals-set',
  'agent-retired',
  'agent-reachability-changed',
  'roster-set',
  'wind-down-began',
  'wind-down-ended',
  'absence-declared',
  'absence-cancelled',
  'absence-ended',
]);

/** Every agent whom the desk knows, with his duty, skills and capacity; who is retired leaves. */
export const agentView: View<'view_agent'> = {
  table: 'view_agent',
  columns: {
    id: 'text',
    state: 'text',
    reason: 'text',
    return_at: 'bigint',
    state_since: 'bigint',
    is_busy: 'boolean',
    skills: 'text',
    capacity: 'text',
    duty_intervals: 'text',
    break_intervals: 'text',
    is_unreachable: 'boolean',
    is_interruptible: 'boolean',
    wind_down: 'text',
    absent_until: 'bigint',
    deputy_id: 'text',
  },
  madeBy: 'agent-registered',
  idOf: (event) => (TYPES.has(event.type) && 'agentId' in event ? event.agentId : undefined),
  evolve(row, event, { centre, at }) {
    if (event.type === 'agent-registered') {
      return {
        centre,
        id: event.agentId,
        state: 'signed-out',
        reason: null,
        return_at: null,
        state_since: at,
        is_busy: false,
        skills: JSON.stringify(event.skills),
        capacity: JSON.stringify(event.capacity),
        duty_intervals: '[]',
        break_intervals: '[]',
        is_unreachable: false,
        is_interruptible: event.isInterruptible ?? false,
        wind_down: null,
        absent_until: null,
        deputy_id: null,
      };
    }
    const agent = existing(row, event);
    switch (event.type) {
      case 'agent-retired':
        return undefined;
      case 'agent-changed':
        return { ...agent, ...profileAfter(event) };
      case 'agent-state-changed':
        return {
          ...agent,
          state: event.state,
          reason: event.reason ?? null,
          return_at: event.returnAt ?? null,
          state_since: at,
        };
      case 'busy-intervals-set': {
        const isBusy = event.intervals.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
        return { ...agent, is_busy: isBusy };
      }
      case 'agent-busy-began':
        return { ...agent, is_busy: true };
      case 'agent-busy-ended':
        return { ...agent, is_busy: false };
      default:
        return { ...agent, ...daysAfter(event) };
    }
  },
};

/** What was said anew of what he can. */
function profileAfter({
  skills,
  capacity,
  isInterruptible,
}: Extract<DeskEvent, { type: 'agent-changed' }>): Partial<Selectable<ViewAgentTable>> {
  return {
    ...(skills && { skills: JSON.stringify(skills) }),
    ...(capacity && { capacity: JSON.stringify(capacity) }),
    ...(isInterruptible !== undefined && { is_interruptible: isInterruptible }),
  };
}

/** What an event changes of an agent's days. */
function daysAfter(event: DeskEvent): Partial<Selectable<ViewAgentTable>> {
  switch (event.type) {
    case 'agent-reachability-changed':
      return { is_unreachable: !event.isReachable };
    case 'roster-set':
      return {
        duty_intervals: JSON.stringify(event.dutyIntervals),
        break_intervals: JSON.stringify(event.breakIntervals),
      };
    case 'wind-down-began': {
      const { reason, startsAt, untilAt } = event;
      return { wind_down: JSON.stringify({ reason, startsAt, untilAt }) };
    }
    case 'wind-down-ended':
      return { wind_down: null };
    case 'absence-declared':
      return { absent_until: event.untilAt, deputy_id: event.deputyId ?? null };
    case 'absence-cancelled':
    case 'absence-ended':
      return { absent_until: null, deputy_id: null };
    default:
      return {};
  }
}
