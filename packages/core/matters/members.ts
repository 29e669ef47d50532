import { groupOf } from '../bonds/customers.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, CustomerRecord, MatterRecord, WorkRecord } from '../desk-records.ts';
import type { MatterId } from '../id.ts';

/**
 * Makes an item one of a matter, which begins with it where there is none of this id. Returns whose known
 * agents may be others from now on, itself among them.
 */
export function addMember(desk: Desk, id: MatterId, work: WorkRecord): readonly WorkRecord[] {
  const matter = matterOf(desk, id);
  removeMember(desk, work);
  const wasShared = matter.isShared;
  const { handler } = matter;
  matter.isShared ||= [...matter.items].some(
    (other) => !isSamePerson(other.customer, work.customer),
  );
  matter.handler = matter.isShared ? undefined : (handler ?? carrierOf(work));
  matter.items.add(work);
  work.matter = matter;
  const isChanged = !wasShared && matter.handler !== handler;
  return isChanged ? [...matter.items] : [work];
}

/** Takes an item out of its matter; with the last one the matter is forgotten. */
export function removeMember(desk: Desk, work: WorkRecord): void {
  const { matter } = work;
  if (matter === undefined) return;
  work.matter = undefined;
  matter.items.delete(work);
  if (matter.items.size === 0) desk.matters.delete(matter.id);
}

/** Makes whoever took an item up the one who handles its matter. Returns whose known agents may be others now. */
export function handleMatter(work: WorkRecord, agent: AgentRecord): readonly WorkRecord[] {
  const { matter } = work;
  if (matter === undefined || matter.isShared || matter.handler === agent) return [];
  matter.handler = agent;
  return [...matter.items];
}

/** Whether both are records of one person, who is known. */
export function isSamePerson(
  one: CustomerRecord | undefined,
  other: CustomerRecord | undefined,
): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || groupOf(one).includes(other);
}

/** Whether somebody has the item in work. */
export function isCarried({ status }: WorkRecord): boolean {
  return status === 'active' || status === 'on-hold' || status === 'wrap-up';
}

function carrierOf(work: WorkRecord): AgentRecord | undefined {
  return isCarried(work) ? work.agent : undefined;
}

function matterOf({ matters }: Desk, id: MatterId): MatterRecord {
  const known = matters.get(id);
  if (known !== undefined) return known;
  const matter: MatterRecord = { id, items: new Set(), handler: undefined, isShared: false };
  matters.set(id, matter);
  return matter;
}
