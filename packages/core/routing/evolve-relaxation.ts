import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { classOf } from './needs.ts';
import { dequeue, enqueue } from './queues.ts';
import type { SkillKindsSet, WorkRelaxed } from './relaxation-messages.ts';
import { scheduleWork } from './timers.ts';

/** From now on skills stand for this. Cost: O(open items). */
export function evolveSkillKinds(desk: Desk, { kinds }: SkillKindsSet): void {
  desk.skillKinds.clear();
  for (const { skill, kind } of kinds) desk.skillKinds.set(skill, kind);
  for (const work of desk.work.values()) if (work.status === 'waiting') scheduleWork(desk, work);
}

/** It stands in another class, with the age that it has. */
export function relax(desk: Desk, work: WorkRecord, { step, requirements }: WorkRelaxed): void {
  const { need, promise, priority } = work.class;
  dequeue(desk, work);
  work.class = classOf(desk, { ...need, requirements, promise, priority });
  if (step === 'level') work.loweredCount += 1;
  enqueue(desk, work);
  scheduleWork(desk, work);
}
