import { evolveAgents } from './agents/evolve-agents.ts';
import { evolveBonds } from './bonds/evolve-bonds.ts';
import type { Desk } from './desk.ts';
import type { DeskEvent } from './messages.ts';
import { evolvePromises } from './promises/evolve-promises.ts';
import type { Instant } from './time.ts';
import { evolveWork } from './work/evolve-work.ts';

/**
 * Applies one event to the desk, in place; nothing else changes a desk.
 *
 * The events of a history, applied in their order to a new desk, give the same desk as the one that
 * decided them. @throws {Error} when the event contradicts the desk: it is not of this history.
 */
export function evolve(desk: Desk, event: DeskEvent, at: Instant): void {
  desk.lastAt = at;
  switch (event.type) {
    case 'agent-registered':
    case 'agent-changed':
    case 'agent-state-changed':
    case 'busy-intervals-set':
    case 'agent-busy-began':
    case 'agent-busy-ended':
    case 'agent-retired':
      evolveAgents(desk, event, at);
      return;
    case 'calendar-defined':
    case 'promise-defined':
      evolvePromises(desk, event);
      return;
    case 'bond-changed':
    case 'bond-earned':
      evolveBonds(desk, event);
      return;
    default:
      evolveWork(desk, event, at);
  }
}
