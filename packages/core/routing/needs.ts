import { isAvailable } from '../agents/is-available.ts';
import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import { type Desk, membershipAt } from '../desk.ts';
import type {
  AgentRecord,
  ClassRecord,
  MembershipRecord,
  NeedRecord,
  WorkRecord,
} from '../desk-records.ts';
import type { PromiseRecord } from '../promises/promise-record.ts';
import { isExcluded } from '../work/is-excluded.ts';
import { firstInHeap, isInHeap, pushToHeap, removeFromHeap, updateInHeap } from './indexed-heap.ts';

/** What tells one class from another. */
export interface ClassTerms {
  readonly channel: Channel;
  readonly requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
  readonly promise: PromiseRecord;
  readonly priority: number;
}

/** The class of items with these terms, made when first asked for. */
export function classOf(desk: Desk, terms: ClassTerms): ClassRecord {
  const need = needOf(desk, terms);
  const key = `${needKey(need)}|${terms.promise.id}|${terms.priority}`;
  let found = desk.index.classes.get(key);
  if (found === undefined) {
    found = { need, promise: terms.promise, priority: terms.priority, pool: [], waitingIndex: -1 };
    desk.index.classes.set(key, found);
  }
  return found;
}

/** Makes an agent's memberships follow from his skills and capacity. Cost: O(needs). */
export function renewMemberships(desk: Desk, agent: AgentRecord): void {
  dropMemberships(desk, agent);
  for (const need of desk.index.needs.values()) addMembership(desk, need, agent);
}

/** Takes an agent out of all needs. */
export function dropMemberships(desk: Desk, agent: AgentRecord): void {
  for (const { handle, need } of agent.memberships) {
    if (isInHeap(desk.index.availability, handle)) {
      removeFromHeap(desk.index.availability, need.available, handle);
    }
    desk.index.memberships[handle] = undefined;
    desk.index.freeMembershipHandles.push(handle);
  }
  agent.memberships = [];
}

/** Makes the indexes of available agents follow from this agent's state, load and offers. */
export function renewAvailability(desk: Desk, agent: AgentRecord): void {
  const space = desk.index.availability;
  for (const { handle, need } of agent.memberships) {
    const wasAvailable = isInHeap(space, handle);
    if (!isAvailable(agent, need.channel)) {
      if (wasAvailable) removeFromHeap(space, need.available, handle);
    } else if (wasAvailable) updateInHeap(space, need.available, handle);
    else pushToHeap(space, need.available, handle);
  }
}

/** The best-suited agent who may be offered this item now; undefined when there is none. */
export function bestSuited(desk: Desk, work: WorkRecord): AgentRecord | undefined {
  const membership = firstInHeap(
    desk.index.availability,
    work.class.need.available,
    (handle) => !isExcluded(work, membershipAt(desk, handle).agent),
  );
  return membership === undefined ? undefined : membershipAt(desk, membership).agent;
}

/** Whether an agent has what a need asks for, on duty or not. */
export function isEligible(need: NeedRecord, agent: AgentRecord): boolean {
  const weight = agent.capacity.weights[need.channel];
  if (weight === undefined || weight > agent.capacity.units) return false;
  return need.requirements.every(
    ({ skill, minLevel }) => (agent.skills.get(skill) ?? 0) >= minLevel,
  );
}

/** A need that is asked for the first time looks at every agent once; there are few distinct needs. */
function needOf(desk: Desk, terms: ClassTerms): NeedRecord {
  const need: NeedRecord = {
    channel: terms.channel,
    requirements: terms.requirements.toSorted((a, b) => (a.skill < b.skill ? -1 : 1)),
    isProficiencyFirst: terms.isProficiencyFirst,
    available: [],
    waitingClasses: [],
  };
  const key = needKey(need);
  const known = desk.index.needs.get(key);
  if (known !== undefined) return known;
  desk.index.needs.set(key, need);
  for (const agent of desk.agents.values()) addMembership(desk, need, agent);
  return need;
}

function needKey({ channel, requirements, isProficiencyFirst }: NeedRecord): string {
  let key = isProficiencyFirst ? `${channel}!` : `${channel}:`;
  for (const { skill, minLevel } of requirements) key += `${JSON.stringify(skill)}${minLevel}`;
  return key;
}

function addMembership(desk: Desk, need: NeedRecord, agent: AgentRecord): void {
  if (!isEligible(need, agent)) return;
  const { index } = desk;
  const handle = index.freeMembershipHandles.pop() ?? index.memberships.length;
  let proficiency = 0;
  if (need.isProficiencyFirst) {
    for (const { skill } of need.requirements) proficiency += agent.skills.get(skill) ?? 0;
  }
  const membership: MembershipRecord = { handle, need, agent, proficiency };
  index.memberships[handle] = membership;
  agent.memberships.push(membership);
  if (isAvailable(agent, need.channel)) pushToHeap(index.availability, need.available, handle);
}
