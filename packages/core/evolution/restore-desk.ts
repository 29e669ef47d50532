import { createAgent } from '../agents/create-agent.ts';
import { weightOf } from '../agents/load.ts';
import { NO_CAPACITY, retireAgent } from '../agents/retire-agent.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import { createDesk, type Desk, present } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import { serviceHours } from '../promises/service-hours.ts';
import { unreachable } from '../result.ts';
import { classOf, renewAvailability } from '../routing/needs.ts';
import { POLICY, type Policy } from '../routing/policy.ts';
import { enqueue } from '../routing/queues.ts';
import { scheduleAgent, scheduleWork } from '../routing/timers.ts';
import { addOpen } from '../work/open-work.ts';
import type { AgentSnapshot, BondSnapshot, SnapshotRecord, WorkSnapshot } from './snapshot.ts';

/**
 * Makes the desk whose records these are. Under the same policy it decides as that one would: handles
 * and the order inside heaps may differ, which no decision can see.
 *
 * @throws {Error} when the records contradict each other.
 */
export function restoreDesk(records: Iterable<SnapshotRecord>, policy: Policy = POLICY): Desk {
  const desk = createDesk(policy);
  const agents: AgentSnapshot[] = [];
  for (const record of records) {
    if (record.kind === 'agent') agents.push(record);
    restoreRecord(desk, record);
  }
  // Last, because the indexes of available agents must not see loads that are still growing.
  for (const record of agents) restoreState(desk, record);
  return desk;
}

function restoreRecord(desk: Desk, record: SnapshotRecord): void {
  switch (record.kind) {
    case 'desk':
      desk.lastAt = record.lastAt;
      desk.nextOrder = record.nextOrder;
      return;
    case 'calendar':
      desk.calendars.set(record.id, serviceHours(record.openIntervals));
      return;
    case 'promise': {
      const { id, targetMs, shareRatio, calendarId } = record;
      const hours = calendarId === undefined ? undefined : present(desk.calendars.get(calendarId));
      desk.promises.set(id, { id, targetMs, shareRatio, calendarId, hours });
      return;
    }
    case 'agent':
      createAgent(desk, record);
      return;
    case 'retired-agent':
      retireAgent(desk, createAgent(desk, { id: record.id, skills: [], capacity: NO_CAPACITY }));
      return;
    case 'bond':
      restoreBond(desk, record);
      return;
    case 'work':
      restoreWork(desk, record);
      return;
    default:
      unreachable(record);
  }
}

function restoreState(desk: Desk, record: AgentSnapshot): void {
  const agent = present(desk.agents.get(record.id));
  agent.state = record.state;
  agent.reason = record.reason;
  agent.busyIntervals = record.busyIntervals;
  agent.isBusy = record.isBusy;
  agent.lastAssignedAt = record.lastAssignedAt;
  renewAvailability(desk, agent);
  scheduleAgent(desk, agent);
}

function restoreBond(desk: Desk, record: BondSnapshot): void {
  desk.bonds.set(record.customerId, {
    owner: record.ownerId === undefined ? undefined : agentOf(desk, record.ownerId),
    deputies: record.deputyIds.map((id) => agentOf(desk, id)),
    earned: record.earned.map(({ agentId, strength }) => ({
      agent: agentOf(desk, agentId),
      strength,
    })),
  });
}

function restoreWork(desk: Desk, record: WorkSnapshot): void {
  const { channel, requirements, isProficiencyFirst, priority, customerId } = record;
  const promise = present(desk.promises.get(record.promiseId));
  const agent = record.agentId === undefined ? undefined : agentOf(desk, record.agentId);
  const { preferredId } = record;
  const preferred = preferredId === undefined ? undefined : agentOf(desk, preferredId);
  const bond = customerId === undefined ? undefined : desk.bonds.get(customerId);
  const work: WorkRecord = {
    id: record.id,
    handle: desk.index.workByHandle.length,
    order: record.order,
    customerId,
    receivedAt: record.receivedAt,
    waitingSince: record.waitingSince,
    waitedMs: record.waitedMs,
    class: classOf(desk, { channel, requirements, isProficiencyFirst, promise, priority }),
    arrivalMs: 0,
    status: record.status,
    statusSince: record.statusSince,
    agent,
    offerExpiresAt: record.offerExpiresAt,
    preferred,
    known: knownAgents(bond, preferred),
    exclusions: record.exclusions.map(({ agentId, until }) => ({
      agent: agentOf(desk, agentId),
      until,
    })),
  };
  addOpen(desk, work);
  if (agent !== undefined) putInHands(work, agent);
  else enqueue(desk, work);
  scheduleWork(desk, work);
}

function putInHands(work: WorkRecord, agent: AgentRecord): void {
  if (work.status === 'offered') {
    agent.offered = work;
    return;
  }
  agent.carried.add(work);
  agent.loadUnits += weightOf(agent, work.class.need.channel);
}

/** Whoever is named, retired or not. */
function agentOf(desk: Desk, id: AgentId): AgentRecord {
  return present(desk.agents.get(id) ?? desk.retiredAgents.get(id));
}
