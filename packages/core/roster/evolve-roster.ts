import { renewKnownOfAgent } from '../bonds/renew-known.ts';
import { type Desk, present } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import { unreachable } from '../result.ts';
import { renewAvailability } from '../routing/memberships.ts';
import { scheduleAgent } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import type { AbsenceDeclared, RosterEvent } from './roster-messages.ts';
import { renewWindDowns } from './renew-wind-downs.ts';

/** Applies what happened to an agent's days. */
export function evolveRoster(desk: Desk, event: RosterEvent, at: Instant): void {
  const agent = present(desk.agents.get(event.agentId));
  switch (event.type) {
    case 'roster-set': {
      const { dutyIntervals, breakIntervals } = event;
      agent.roster = { dutyIntervals, breakIntervals };
      renewWindDowns(desk, agent, at);
      break;
    }
    case 'wind-down-began':
    case 'wind-down-ended':
      agent.isWindingDown = event.type === 'wind-down-began';
      dropPast(agent, at);
      renewAvailability(desk, agent);
      break;
    case 'absence-declared':
      beAway(desk, agent, { event, at });
      break;
    case 'absence-cancelled':
    case 'absence-ended':
      comeBack(desk, agent);
      break;
    default:
      return unreachable(event);
  }
  scheduleAgent(desk, agent);
}

function dropPast(agent: AgentRecord, at: Instant): void {
  agent.windDowns = agent.windDowns.filter(({ untilAt }) => untilAt > at);
}

function beAway(
  desk: Desk,
  agent: AgentRecord,
  { event: { untilAt, deputyId }, at }: { event: AbsenceDeclared; at: Instant },
): void {
  const { absence, state } = agent;
  const deputy = deputyId === undefined ? undefined : present(desk.agents.get(deputyId));
  const stateBefore = absence?.stateBefore ?? state;
  agent.absence = { sinceAt: at, untilAt, deputy, stateBefore };
  if (deputy === undefined) desk.coveredAgents.delete(agent);
  else desk.coveredAgents.add(agent);
  if (absence?.deputy !== deputy) renewKnownOfAgent(desk, agent);
}

function comeBack(desk: Desk, agent: AgentRecord): void {
  agent.absence = undefined;
  if (desk.coveredAgents.delete(agent)) renewKnownOfAgent(desk, agent);
}
