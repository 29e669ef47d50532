import type { AgentReachabilityChanged } from './agents/agent-messages.ts';
import { evolveAgents } from './agents/evolve-agents.ts';
import type { BondEvent } from './bonds/bond-messages.ts';
import { evolveBonds } from './bonds/evolve-bonds.ts';
import type { CreditEvent } from './credits/credit-messages.ts';
import { evolveCredits } from './credits/evolve-credits.ts';
import type { EmergencyEvent } from './emergency/emergency-messages.ts';
import { evolveEmergency } from './emergency/evolve-emergency.ts';
import { evolveOutage, watchLines } from './outage/evolve-outage.ts';
import type { Desk } from './desk.ts';
import type { DeskEvent } from './messages.ts';
import { evolvePolicy } from './policy/evolve-policy.ts';
import type { OutageEvent } from './outage/outage-messages.ts';
import type { PromiseEvent } from './promises/promise-messages.ts';
import { evolvePromises } from './promises/evolve-promises.ts';
import { evolveRoster } from './roster/evolve-roster.ts';
import type { RosterEvent } from './roster/roster-messages.ts';
import { evolveSkillKinds } from './routing/evolve-relaxation.ts';
import { settleArrival } from './routing/queues.ts';
import type { Instant } from './time.ts';
import { evolveWork } from './work/evolve-work.ts';
import type { WorkEvent } from './work/work-messages.ts';

/**
 * Applies one event to the desk, in place; nothing else changes a desk.
 *
 * The events of a history, applied in their order to a new desk, give the same desk as the one that
 * decided them. @throws {Error} when the event contradicts the desk: it is not of this history.
 */
export function evolve(desk: Desk, event: DeskEvent, at: Instant): void {
  desk.lastAt = at;
  settle(desk, event);
  watchLines(desk, event, at);
  if (isOfPromises(event)) {
    evolvePromises(desk, event);
    return;
  }
  switch (event.type) {
    case 'skill-kinds-set':
      evolveSkillKinds(desk, event);
      return;
    case 'agent-registered':
    case 'agent-changed':
    case 'agent-state-changed':
    case 'busy-intervals-set':
    case 'agent-busy-began':
    case 'agent-busy-ended':
    case 'agent-retired':
      evolveAgents(desk, event, at);
      return;
    case 'policy-set':
      evolvePolicy(desk, event, at);
      return;
    default:
      evolveDaysAndWork(desk, event, at);
  }
}

function evolveDaysAndWork(
  desk: Desk,
  event:
    | AgentReachabilityChanged
    | BondEvent
    | CreditEvent
    | EmergencyEvent
    | OutageEvent
    | RosterEvent
    | WorkEvent,
  at: Instant,
): void {
  switch (event.type) {
    case 'agent-reachability-changed':
      evolveAgents(desk, event, at);
      return;
    case 'roster-set':
    case 'wind-down-began':
    case 'wind-down-ended':
    case 'absence-declared':
    case 'absence-cancelled':
    case 'absence-ended':
      evolveRoster(desk, event, at);
      return;
    default:
      if ('workId' in event || event.type === 'desk-resumed') evolveWork(desk, event, at);
      else evolveStanding(desk, event, at);
  }
}

/** Who is whose, who goes before others, when everybody is needed at once, and when nothing reaches many. */
function evolveStanding(
  desk: Desk,
  event: BondEvent | CreditEvent | EmergencyEvent | OutageEvent,
  at: Instant,
): void {
  switch (event.type) {
    case 'credit-granted':
    case 'credit-ended':
      evolveCredits(desk, event, at);
      return;
    case 'emergency-declared':
    case 'emergency-ended':
      evolveEmergency(desk, event, at);
      return;
    case 'outage-suspected':
    case 'outage-ended':
      evolveOutage(desk, event);
      return;
    default:
      evolveBonds(desk, event, at);
  }
}

function isOfPromises(event: DeskEvent): event is PromiseEvent {
  const { type } = event;
  return type === 'promise-defined' || type === 'calendar-defined' || type === 'agreement-defined';
}

/** An offer looks itself whether its item has come in only now. */
function settle(desk: Desk, { type }: DeskEvent): void {
  if (type !== 'work-offered') settleArrival(desk);
}
