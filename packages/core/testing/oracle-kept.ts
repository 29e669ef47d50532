import type { Instant } from '../time.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';

/** How long a callback is kept for whoever promised it once it is due. */
export const GRACE_MS = 5 * 60_000;

/** Whether an item is put off until its customer is to be called. */
export function isToCall({ places }: Model, item: ModelItem): boolean {
  return places.deferred.has(item) && item.callback?.dueAt === item.deferredUntil;
}

/** The calls that an agent has promised, from when on he is kept free for each, and until when at the latest. */
export function callsOf(
  model: Model,
  { id }: ModelAgent,
): readonly { readonly fromAt: Instant; readonly dueAt: Instant; readonly untilAt: Instant }[] {
  return [...model.places.deferred]
    .filter((item) => item.agentId === id && isToCall(model, item))
    .flatMap(({ callback }) => callback ?? [])
    .map(({ keptFreeFromAt: fromAt, dueAt }) => ({ fromAt, dueAt, untilAt: dueAt + GRACE_MS }));
}
