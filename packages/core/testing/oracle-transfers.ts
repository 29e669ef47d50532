import { isDeepStrictEqual } from 'node:util';
import type { DeskEvent } from '../messages.ts';
import type { WorkTransferred } from '../work/work-messages.ts';
import type { Model, ModelItem } from './oracle-records.ts';

const LIVE = ['phone', 'video', 'chat', 'walk-up'];

/** What is promised for an item: since its last transfer by that, else by its promise. */
export function targetOf(model: Model, { promiseId, promisedMs }: ModelItem): number {
  if (promisedMs !== undefined) return promisedMs;
  const promise = model.promises.get(promiseId);
  if (promise === undefined) throw new Error(`${promiseId} was never defined`);
  return promise.targetMs;
}

/** Who hands an item on promises a time that counts from then, and says how long it has waited in all. */
export function handOnFaults(
  model: Model,
  item: ModelItem | undefined,
  event: DeskEvent,
): readonly string[] {
  if (event.type !== 'work-transferred' || item === undefined) return [];
  const { transferMsSynchronous, transferMsAsynchronous } = model.policy;
  const promisedMs = LIVE.includes(item.channel)
    ? transferMsSynchronous
    : Math.min(transferMsAsynchronous, targetOf(model, item));
  const expected = { promisedMs, waitedMs: item.waitedBeforeMs + item.waitedMs };
  const told = { promisedMs: event.promisedMs, waitedMs: event.waitedMs };
  if (isDeepStrictEqual(told, expected)) return [];
  return [
    `${item.id} was handed on with ${JSON.stringify(told)} instead of ${JSON.stringify(expected)}`,
  ];
}

/** The wait begins anew, and with it what is told of it. */
export function handOn(item: ModelItem, { promisedMs }: WorkTransferred): void {
  if (promisedMs === undefined) return;
  item.promisedMs = promisedMs;
  item.waitedBeforeMs += item.waitedMs;
  item.waitedMs = 0;
  item.alert = undefined;
  item.rungs.clear();
}
