import { nextAlertAt } from './alerts/alert-times.ts';
import { refusedBy } from './bonds/customers.ts';
import { listKnown } from './bonds/known.ts';
import { hasRungEnough } from './work/misses.ts';
import { hasExclusions } from './work/exclusions.ts';
import { isAvailable } from './agents/is-available.ts';
import { loadUnitsOf } from './agents/load.ts';
import { type Desk, QUEUE_ENTRIES } from './desk.ts';
import type { AgentRecord, NeedRecord, WorkRecord } from './desk-records.ts';
import { matterFaults } from './matters/matter-faults.ts';
import { firstOf, firstRankOf, type Heap, isInHeap, standsIn } from './routing/indexed-heap.ts';
import { mayInterrupt } from './interruption/can-interrupt.ts';
import { relaxesAt } from './routing/relaxation.ts';
import { membershipOf } from './routing/membership-of.ts';

/**
 * Looks through the whole desk for what must never be, and says it in plain sentences: an item that
 * is not in exactly one place, a load that is not the sum of what is carried, somebody listed wrongly
 * among the available, an offer or an exclusion that no timer will end. A sound desk gives none. For
 * audits and tests: O(everything).
 */
export function deskFaults(desk: Desk): readonly string[] {
  const faults: string[] = [];
  for (const work of desk.work.values()) faults.push(...workFaults(desk, work));
  faults.push(...matterFaults(desk));
  for (const need of desk.index.needs) faults.push(...needFaults(desk, need));
  for (const agent of desk.agentList) {
    faults.push(...retirementFaults(desk, agent), ...agentFaults(desk, agent));
  }
  return faults;
}

function workFaults(desk: Desk, work: WorkRecord): readonly string[] {
  const faults: string[] = [...queueFaults(desk, work), ...reservationFaults(work)];
  const { agent } = work;
  const places = [
    work === desk.index.arriving || isInHeap(desk.index.queues, work.handle * QUEUE_ENTRIES),
    agent?.offered === work,
    agent?.carried.includes(work) === true,
    agent?.deferred.includes(work) === true,
  ];
  const expected = [
    work.status === 'waiting',
    work.status === 'offered',
    ['active', 'on-hold', 'wrap-up'].includes(work.status),
    work.status === 'deferred',
  ];
  if (places.some((isThere, index) => isThere !== expected[index])) {
    faults.push(`${work.id} is ${work.status}, but does not stand there`);
  }
  const isMarked = work.exclusions.length > 0 || refusedBy(work.customer).length > 0;
  if (hasExclusions(desk, work.handle) !== isMarked) {
    faults.push(`${work.id} is counted wrongly among those that somebody is passed over for`);
  }
  const awaitsTime = isAwaited(desk, work);
  if (isInHeap(desk.index.timerSpace, 2 * work.handle) !== awaitsTime) {
    faults.push(`${work.id} ${awaitsTime ? 'has no timer' : 'has a timer for nothing'}`);
  }
  return faults;
}

/** Whether time alone will bring something about. */
function isAwaited(desk: Desk, work: WorkRecord): boolean {
  if (work.turn?.isSilent === false) return true;
  return (
    work.status === 'offered' ||
    (work.status === 'deferred' && work.pausedById === undefined) ||
    work.reservation !== undefined ||
    work.wrapUpEndsAt > 0 ||
    work.exclusions.length > 0 ||
    (work !== desk.index.arriving &&
      Math.min(nextAlertAt(work, desk.policy), relaxesAt(desk, work)) !== Infinity)
  );
}

function reservationFaults({ id, status, reservation }: WorkRecord): readonly string[] {
  const { agents = [] } = reservation ?? {};
  return agents
    .filter(({ reserved }) => status !== 'waiting' || !reserved.some((work) => work.id === id))
    .map((agent) => `${id} is reserved for ${agent.id}, who knows nothing of it`);
}

/** What waits stands in the pool, or beside it while it is reserved, and with each agent known to its customer who can serve it; else nowhere. */
function queueFaults(desk: Desk, work: WorkRecord): readonly string[] {
  const { queues, arriving } = desk.index;
  const isQueued = work.status === 'waiting' && work !== arriving;
  const { pool, reserved } = work.class;
  const heaps: (Heap | undefined)[] = [work.reservation === undefined ? pool : reserved];
  for (const { agent } of listKnown(desk, work.known)) {
    const membership = membershipOf(desk, work.class.need, agent.handle);
    const isHis = membership !== undefined && !hasRungEnough(desk, work, agent);
    heaps.push(isHis ? (membership.personal[work.class.place] ?? []) : undefined);
  }
  const faults: string[] = [];
  for (let index = 0; index < QUEUE_ENTRIES; index += 1) {
    const entry = work.handle * QUEUE_ENTRIES + index;
    const heap = isQueued ? heaps[index] : undefined;
    const isRight = heap === undefined ? !isInHeap(queues, entry) : standsIn(queues, heap, entry);
    if (!isRight)
      faults.push(`${work.id} is ${work.status}, and its queue place ${index} is wrong`);
  }
  return faults;
}

function needFaults(desk: Desk, need: NeedRecord): readonly string[] {
  const members = [...desk.agents.values()].filter(({ handle }) =>
    membershipOf(desk, need, handle),
  );
  const readyCount = members.filter(({ state }) => state === 'ready').length;
  return readyCount === need.readyCount
    ? []
    : [`${need.readyCount} instead of ${readyCount} count as ready for ${need.channel}`];
}

function retirementFaults(desk: Desk, agent: AgentRecord): readonly string[] {
  const faults: string[] = [];
  const isThere = desk.agents.get(agent.id) === agent;
  const isGone = desk.retiredAgents.get(agent.id) === agent;
  if (isThere === isGone || isGone !== agent.isRetired) {
    faults.push(`${agent.id} is neither on the desk nor retired, or both`);
  }
  if (agent.isRetired && agent.memberships.length > 0) {
    faults.push(`${agent.id} is retired and still somebody's candidate`);
  }
  return faults;
}

function agentFaults(desk: Desk, agent: AgentRecord): readonly string[] {
  const faults: string[] = [...membershipFaults(desk, agent)];
  if (agent.loadUnits !== loadUnitsOf(agent)) {
    faults.push(`${agent.id} counts ${agent.loadUnits} units and carries ${loadUnitsOf(agent)}`);
  }
  const aside = agent.carried.filter(({ asideForId }) => asideForId !== undefined);
  if (aside.length !== agent.asideCount) {
    faults.push(`${agent.id} has put ${aside.length} aside and counts ${agent.asideCount}`);
  }
  if (agent.offered !== undefined && desk.work.get(agent.offered.id) !== agent.offered) {
    faults.push(`${agent.id} is offered an item that is not open`);
  }
  for (const work of agent.reserved) {
    if (work.reservation?.agents.includes(agent) === true) continue;
    faults.push(`${agent.id} has ${work.id} reserved, which is not for him`);
  }
  for (const work of [...agent.carried, ...agent.deferred]) {
    if (desk.work.get(work.id) !== work || work.agent !== agent) {
      faults.push(`${agent.id} has ${work.id}, which is not his`);
    }
  }
  return [...faults, ...dayFaults(desk, agent)];
}

function dayFaults(desk: Desk, agent: AgentRecord): readonly string[] {
  const faults: string[] = [];
  const awaits =
    agent.busyIntervals.length > 0 || agent.windDowns.length > 0 || agent.absence !== undefined;
  if (isInHeap(desk.index.timerSpace, 2 * agent.handle + 1) !== awaits) {
    faults.push(`${agent.id} has no timer for what awaits him, or one for nothing`);
  }
  if (desk.coveredAgents.has(agent) !== (agent.absence?.deputy !== undefined)) {
    faults.push(`${agent.id} is counted wrongly among those who are covered`);
  }
  return faults;
}

function membershipFaults(desk: Desk, agent: AgentRecord): readonly string[] {
  const faults: string[] = [];
  for (const membership of agent.memberships) {
    const { handle, need, personal, firstRanks } = membership;
    if (isInHeap(desk.index.availability, handle) !== isAvailable(agent, membership)) {
      faults.push(`${agent.id} is listed wrongly among those available for ${need.channel}`);
    }
    if (isInHeap(desk.index.interruptibility, handle) !== mayInterrupt(agent, membership)) {
      faults.push(`${agent.id} is listed wrongly among those who may be interrupted`);
    }
    const isNoted = personal.every((heap, place) => firstRanks[place] === firstRankIn(desk, heap));
    if (!isNoted) faults.push(`${agent.id} has another first item waiting for ${need.channel}`);
  }
  return faults;
}

function firstRankIn({ index }: Desk, heap: Heap): number {
  const first = firstOf(heap);
  return first === undefined ? Infinity : firstRankOf(index.queues, first);
}
