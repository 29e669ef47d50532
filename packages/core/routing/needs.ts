import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { Desk } from '../desk.ts';
import type { ClassRecord, NeedNode, NeedRecord } from '../desk-records.ts';
import type { PromiseRecord } from '../promises/promise-record.ts';
import { addMembership } from './memberships.ts';

/** What tells one need from another. */
export interface NeedTerms {
  readonly channel: Channel;
  readonly requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
}

/** What tells one class from another. */
export interface ClassTerms extends NeedTerms {
  readonly promise: PromiseRecord;
  readonly priority: number;
}

/** The class of items with these terms, made when first asked for. */
export function classOf(desk: Desk, terms: ClassTerms): ClassRecord {
  return classIn(desk, needOf(desk, terms), terms);
}

/** The class of a need with this promise and priority, made when first asked for. */
function classIn(
  desk: Desk,
  need: NeedRecord,
  { promise, priority }: Pick<ClassTerms, 'promise' | 'priority'>,
): ClassRecord {
  let byPriority = need.classes.get(promise);
  if (byPriority === undefined)
    need.classes.set(promise, (byPriority = new Map<number, ClassRecord>()));
  const known = byPriority.get(priority);
  if (known !== undefined) return known;
  const made: ClassRecord = {
    need,
    promise,
    priority,
    place: need.classCount,
    pool: [],
    reserved: [],
    waitingIndex: -1,
  };
  need.classCount += 1;
  byPriority.set(priority, made);
  desk.index.classes.push(made);
  return made;
}

/**
 * The need with these terms. Found by going from one requirement to the next, in the order of skills, so
 * that no text has to be put together for it; items with the same terms in another order have the same.
 */
export function needOf(desk: Desk, terms: NeedTerms): NeedRecord {
  const requirements = inOrder(terms.requirements);
  let node = rootOf(desk, terms);
  for (const requirement of requirements) node = nextNode(node, requirement);
  return (node.need ??= makeNeed(desk, terms, requirements));
}

/** A need that is asked for the first time looks at every agent once; there are few distinct needs. */
function makeNeed(
  desk: Desk,
  { channel, isProficiencyFirst }: NeedTerms,
  requirements: readonly Requirement[],
): NeedRecord {
  const need: NeedRecord = {
    channel,
    requirements: [...requirements],
    isProficiencyFirst,
    available: [],
    interruptible: [],
    memberCount: 0,
    readyCount: 0,
    estimate: undefined,
    // Room for all who are there by now: most of them will be asked about.
    memberByAgent: new Int32Array(desk.agentList.length).fill(-1),
    classes: new Map(),
    classCount: 0,
    waitingClasses: [],
  };
  desk.index.needs.push(need);
  for (const agent of desk.agents.values()) addMembership(desk, need, agent);
  return need;
}

/** Sorted by skill; no copy is made of what is sorted already. */
function inOrder(requirements: readonly Requirement[]): readonly Requirement[] {
  for (let index = 1; index < requirements.length; index += 1) {
    const [before, after] = [requirements[index - 1], requirements[index]];
    if (before === undefined || after === undefined || before.skill < after.skill) continue;
    return requirements.toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
  }
  return requirements;
}

function rootOf(desk: Desk, { channel, isProficiencyFirst }: NeedTerms): NeedNode {
  const { needRoots } = desk.index;
  let roots = needRoots.get(channel);
  if (roots === undefined) {
    roots = { usual: newNode(), proficiencyFirst: newNode() };
    needRoots.set(channel, roots);
  }
  return isProficiencyFirst ? roots.proficiencyFirst : roots.usual;
}

function nextNode(node: NeedNode, { skill, minLevel }: Requirement): NeedNode {
  let byLevel = node.next.get(skill);
  if (byLevel === undefined) node.next.set(skill, (byLevel = new Map<number, NeedNode>()));
  let next = byLevel.get(minLevel);
  if (next === undefined) byLevel.set(minLevel, (next = newNode()));
  return next;
}

function newNode(): NeedNode {
  return { need: undefined, next: new Map() };
}
