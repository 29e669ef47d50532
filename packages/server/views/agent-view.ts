import { existing, type View } from './view.ts';

const TYPES: ReadonlySet<string> = new Set([
  'agent-registered',
  'agent-changed',
  'agent-state-changed',
  'agent-busy-began',
  'agent-busy-ended',
  'busy-intervals-set',
  'agent-retired',
]);

/** Every agent whom the desk knows, with his duty, skills and capacity; who is retired leaves. */
export const agentView: View<'view_agent'> = {
  table: 'view_agent',
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
      };
    }
    const agent = existing(row, event);
    switch (event.type) {
      case 'agent-retired':
        return undefined;
      case 'agent-changed':
        return {
          ...agent,
          ...(event.skills && { skills: JSON.stringify(event.skills) }),
          ...(event.capacity && { capacity: JSON.stringify(event.capacity) }),
        };
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
        return agent;
    }
  },
};
