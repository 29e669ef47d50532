import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { isCarried } from './members.ts';

/** What must never be of matters: one without an open item, or an item that is put aside for nothing. */
export function matterFaults(desk: Desk): readonly string[] {
  const faults: string[] = [];
  for (const { id, items } of desk.matters.values()) {
    if (items.size === 0) faults.push(`the matter ${id} has no open item`);
    for (const work of items) {
      const isThere = desk.work.get(work.id) === work && work.matter === desk.matters.get(id);
      if (!isThere) faults.push(`${work.id} counts for ${id}, where it does not belong`);
    }
  }
  for (const work of desk.work.values()) faults.push(...memberFaults(desk, work));
  return faults;
}

function memberFaults(desk: Desk, work: WorkRecord): readonly string[] {
  const { id, matter, pausedById } = work;
  if (matter !== undefined && !matter.items.has(work)) return [`${id} is missing in its matter`];
  if (pausedById === undefined) return [];
  const by = desk.work.get(pausedById);
  const isHis = by !== undefined && isCarried(by) && by.agent === work.agent;
  return isHis && work.status === 'deferred' ? [] : [`${id} is put aside for nothing`];
}
