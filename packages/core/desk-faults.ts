import { isAvailable } from './agents/is-available.ts';
import { loadUnitsOf } from './agents/load.ts';
import { type Desk, QUEUE_ENTRIES } from './desk.ts';
import type { AgentRecord, WorkRecord } from './desk-records.ts';
import { isInHeap } from './routing/indexed-heap.ts';

/**
 * Looks through the whole desk for what must never be, and says it in plain sentences: an item that
 * is not in exactly one place, a load that is not the sum of what is carried, somebody listed wrongly
 * among the available, an offer or an exclusion that no timer will end. A sound desk gives none. For
 * audits and tests: O(everything).
 */
export function deskFaults(desk: Desk): readonly string[] {
  const faults: string[] = [];
  for (const work of desk.work.values()) faults.push(...workFaults(desk, work));
  for (const agent of desk.agentList) {
    faults.push(...retirementFaults(desk, agent), ...agentFaults(desk, agent));
  }
  return faults;
}

function workFaults(desk: Desk, work: WorkRecord): readonly string[] {
  const faults: string[] = [];
  const { agent } = work;
  const isPooled = isInHeap(desk.index.queues, work.handle * QUEUE_ENTRIES);
  const places = [isPooled, agent?.offered === work, agent?.carried.has(work) === true];
  const expected = [
    work.status === 'waiting',
    work.status === 'offered',
    work.status !== 'waiting' && work.status !== 'offered',
  ];
  if (places.some((isThere, index) => isThere !== expected[index])) {
    faults.push(`${work.id} is ${work.status}, but does not stand there`);
  }
  const personalCount = work.known.filter((_, index) =>
    isInHeap(desk.index.queues, work.handle * QUEUE_ENTRIES + 1 + index),
  ).length;
  if (personalCount !== (isPooled ? work.known.length : 0)) {
    faults.push(`${work.id} stands in ${personalCount} personal queues`);
  }
  const awaitsTime = work.status === 'offered' || work.exclusions.length > 0;
  if (isInHeap(desk.index.timerSpace, 2 * work.handle) !== awaitsTime) {
    faults.push(`${work.id} ${awaitsTime ? 'has no timer' : 'has a timer for nothing'}`);
  }
  return faults;
}

function retirementFaults(desk: Desk, agent: AgentRecord): readonly string[] {
  const faults: string[] = [];
  const isThere = desk.agents.get(agent.id) === agent;
  const isGone = desk.retiredAgents.get(agent.id) === agent;
  if (isThere === isGone || isGone !== agent.isRetired) {
    faults.push(`${agent.id} is neither on the desk nor retired, or both`);
  }
  if (agent.isRetired && (agent.memberships.length > 0 || agent.personal.size > 0)) {
    faults.push(`${agent.id} is retired and still somebody's candidate`);
  }
  return faults;
}

function agentFaults(desk: Desk, agent: AgentRecord): readonly string[] {
  const faults: string[] = [];
  if (agent.loadUnits !== loadUnitsOf(agent)) {
    faults.push(`${agent.id} counts ${agent.loadUnits} units and carries ${loadUnitsOf(agent)}`);
  }
  for (const { handle, need } of agent.memberships) {
    if (isInHeap(desk.index.availability, handle) !== isAvailable(agent, need.channel)) {
      faults.push(`${agent.id} is listed wrongly among those available for ${need.channel}`);
    }
  }
  if (agent.offered !== undefined && desk.work.get(agent.offered.id) !== agent.offered) {
    faults.push(`${agent.id} is offered an item that is not open`);
  }
  for (const work of agent.carried) {
    if (desk.work.get(work.id) !== work || work.agent !== agent) {
      faults.push(`${agent.id} carries ${work.id}, which is not his`);
    }
  }
  if (isInHeap(desk.index.timerSpace, 2 * agent.handle + 1) !== agent.busyIntervals.length > 0) {
    faults.push(`${agent.id} has no timer for his busy intervals, or one for none`);
  }
  return faults;
}
