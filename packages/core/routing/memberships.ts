import { isAvailable, isFree } from '../agents/is-available.ts';
import { isEligible } from '../agents/is-eligible.ts';
import { careTeam, hasNewPreferred } from '../bonds/care-team.ts';
import { placeOf } from '../bonds/known.ts';
import { type Desk, membershipAt } from '../desk.ts';
import type { AgentRecord, MembershipRecord, NeedRecord, WorkRecord } from '../desk-records.ts';
import {
  listInterruptible,
  renewInterruptible,
  unlistInterruptible,
} from '../interruption/interruptible-agents.ts';
import { hasExclusions } from '../work/exclusions.ts';
import { isExcluded } from '../work/is-excluded.ts';
import {
  firstInHeap,
  firstOf,
  isInHeap,
  pushToHeap,
  removeFromHeap,
  setRank,
  updateInHeap,
} from './indexed-heap.ts';
import { suitability } from './suitability.ts';
import { emptyPersonal, fillPersonal } from './queues.ts';

/** Makes an agent's memberships follow from his skills and capacity. Cost: O(needs + what waits of his). */
export function renewMemberships(desk: Desk, agent: AgentRecord): void {
  dropMemberships(desk, agent);
  for (const need of desk.index.needs) addMembership(desk, need, agent);
}

/** Takes an agent out of all needs. */
export function dropMemberships(desk: Desk, agent: AgentRecord): void {
  const { availability, memberships, freeMembershipHandles } = desk.index;
  for (const membership of agent.memberships) {
    const { handle, need } = membership;
    emptyPersonal(desk, membership);
    if (isInHeap(availability, handle)) removeFromHeap(availability, need.available, handle);
    unlistInterruptible(desk, membership);
    memberships[handle] = undefined;
    setMember(need, agent.handle, -1);
    need.memberCount -= 1;
    if (agent.state === 'ready') need.readyCount -= 1;
    freeMembershipHandles.push(handle);
  }
  agent.memberships = [];
}

/** Makes an agent who has what a need asks for its member. */
export function addMembership(desk: Desk, need: NeedRecord, agent: AgentRecord): void {
  if (!isEligible(need, agent)) return;
  const { index } = desk;
  let proficiency = 0;
  if (need.isProficiencyFirst) {
    for (const { skill } of need.requirements) proficiency += agent.skills.get(skill) ?? 0;
  }
  const membership: MembershipRecord = {
    handle: index.freeMembershipHandles.pop() ?? index.memberships.length,
    need,
    weight: agent.capacity.weights[need.channel] ?? 0,
    proficiency,
    agent,
    personal: [],
    firstRanks: [],
  };
  index.memberships[membership.handle] = membership;
  setMember(need, agent.handle, membership.handle);
  agent.memberships = [...agent.memberships, membership];
  need.memberCount += 1;
  if (agent.state === 'ready') need.readyCount += 1;
  fillPersonal(desk, membership);
  renew(desk, agent, membership);
  listInterruptible(desk, agent, membership);
  agent.isListed = isFree(agent);
}

/** Makes the indexes of available agents follow from this agent's state, load and offers. */
export function renewAvailability(desk: Desk, agent: AgentRecord): void {
  renewInterruptible(desk, agent);
  const isNowFree = isFree(agent);
  // Who was nobody's candidate and is none now: half of all changes.
  if (!isNowFree && !agent.isListed) return;
  for (const membership of agent.memberships) renew(desk, agent, membership);
  agent.isListed = isNowFree;
}

/**
 * The best-suited agent who may be offered this item now; undefined when there is none. Of a customer who
 * wants somebody new, those who know him come after all others.
 */
export function bestSuited(desk: Desk, work: WorkRecord): AgentRecord | undefined {
  if (work.customer !== undefined && hasNewPreferred(work.customer)) {
    const team = careTeam(desk, work.customer, work);
    const stranger = bestOf(desk, work, (agent) => placeOf(team, agent) === -1);
    if (stranger !== undefined) return stranger;
  }
  return bestOf(desk, work);
}

function bestOf(
  desk: Desk,
  work: WorkRecord,
  suits?: (agent: AgentRecord) => boolean,
): AgentRecord | undefined {
  const { available } = work.class.need;
  const first = firstOf(available);
  if (first === undefined) return undefined;
  if (suits === undefined && !hasExclusions(desk, work.handle)) {
    return membershipAt(desk, first).agent;
  }
  const accepted = firstInHeap(desk.index.availability, available, (handle) => {
    const { agent } = membershipAt(desk, handle);
    return !isExcluded(work, agent) && (suits === undefined || suits(agent));
  });
  return accepted === undefined ? undefined : membershipAt(desk, accepted).agent;
}

function setMember(need: NeedRecord, agentHandle: number, handle: number): void {
  const { memberByAgent } = need;
  if (agentHandle >= memberByAgent.length) {
    need.memberByAgent = new Int32Array(Math.max(agentHandle + 1, 2 * memberByAgent.length)).fill(
      -1,
    );
    need.memberByAgent.set(memberByAgent);
  }
  need.memberByAgent[agentHandle] = handle;
}

/** Who is best at it where that is asked for; then the least loaded, generalists before experts; then the longest without a new item. */
function renew(desk: Desk, agent: AgentRecord, membership: MembershipRecord): void {
  const { handle, need } = membership;
  const space = desk.index.availability;
  const wasAvailable = isInHeap(space, handle);
  if (!isAvailable(agent, membership)) {
    if (wasAvailable) removeFromHeap(space, need.available, handle);
    return;
  }
  setRank(space, handle, suitability(agent, membership), agent.lastAssignedAt);
  if (wasAvailable) updateInHeap(space, need.available, handle);
  else pushToHeap(space, need.available, handle);
}
