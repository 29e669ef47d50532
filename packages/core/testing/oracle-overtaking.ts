import type { WorkOffered } from '../work/placement-messages.ts';
import { classOf, isOpenTo, isRefused } from './oracle-choice.ts';
import { arrivalMsOf } from './oracle-model.ts';
import type { Model, ModelItem } from './oracle-records.ts';
import { targetOf } from './oracle-transfers.ts';

/** Of equal items a later one goes first only where it arrived within what a bond is worth, or he is not asked for the other. */
export function overtakingFaults(
  { agentId, reason }: WorkOffered,
  item: ModelItem,
  model: Model,
): readonly string[] {
  const targetMs = targetOf(model, item);
  const arrivalMs = arrivalMsOf(model, item);
  // Somebody was kept free for a call that he had promised.
  if (item.callback !== undefined && item.reservation !== undefined) return [];
  const mayBeOvertaken = (other: ModelItem): boolean =>
    classOf(other) !== classOf(item) ||
    other.exclusions.has(agentId) ||
    isRefused(model, other, agentId) ||
    !isOpenTo(model, other, agentId) ||
    // What is kept for somebody interrupts nobody.
    (reason.code === 'interrupting' && other.reservation !== undefined) ||
    arrivalMs - arrivalMsOf(model, other) <= model.policy.bondBonus * targetMs;
  return [...model.places.waiting]
    .filter((other) => !mayBeOvertaken(other))
    .map((other) => `${item.id} overtook ${other.id} by more than a bond is worth`);
}
