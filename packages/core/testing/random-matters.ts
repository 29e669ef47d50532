import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { asId } from '../id.ts';
import type { Command } from '../messages.ts';
import { isSamePerson } from '../matters/members.ts';
import { drawOne, type Random } from './seeded-random.ts';

/** Says of two items that they are about the same, mostly of one person; now and then that one is not. */
export function drawMatter(
  random: Random,
  { desk, step }: { readonly desk: Desk; readonly step: number },
): Command | undefined {
  const all = [...desk.work.values()];
  const linked = all.filter(({ matter }) => matter !== undefined);
  if (linked.length > 0 && random() < 0.2) {
    return { type: 'unlink-work', workId: drawOne(random, linked).id };
  }
  if (all.length === 0) return undefined;
  const work = drawOne(random, all);
  const others = all.filter((other) => isFit(random, work, other));
  if (others.length === 0) return { type: 'unlink-work', workId: work.id };
  const to = drawOne(random, others);
  const matterId = asId<'matter'>(random() < 0.2 ? 'roof' : `matter-${step}`);
  return { type: 'link-work', workId: work.id, toWorkId: to.id, matterId };
}

function isFit(random: Random, work: WorkRecord, other: WorkRecord): boolean {
  return isSamePerson(work.customer, other.customer) || random() < 0.05;
}

/** To which matter an item belongs that comes in: to one that is open, or to one of a few names. */
export function drawMatterId(
  random: Random,
  { desk }: { readonly desk: Desk },
): { readonly matterId?: ReturnType<typeof asId<'matter'>> } {
  if (random() < 0.75) return {};
  const open = [...desk.matters.keys()];
  const names = ['roof', 'rent', 'move'].map((name) => asId<'matter'>(name));
  return { matterId: drawOne(random, [...open, ...names]) };
}
