import { isSynchronous } from '../channel.ts';
import type { WorkRecord } from '../desk-records.ts';
import type { Policy } from '../routing/policy.ts';
import type { WorkTransferred } from '../work/work-messages.ts';
import type { PromiseRecord } from './promise-record.ts';

/**
 * Within what service time an item that is handed on now is promised to be answered: on a live channel the
 * policy's time; else what it was promised before, but no longer than the policy's time.
 * Source: docs/decisions/0029-transfers-and-what-else-was-missing.md
 */
export function promisedAfterTransfer(
  policy: Policy,
  { class: { need, promise } }: WorkRecord,
): number {
  if (isSynchronous(need.channel)) return policy.transferMsSynchronous;
  return Math.min(promise.targetMs, policy.transferMsAsynchronous);
}

/**
 * Begins the wait of an item that is handed on, and returns what is promised for it from now on. What it has
 * waited is kept apart. Histories from before transfers had promises of their own go on as they did.
 */
export function handOn(work: WorkRecord, { promisedMs }: WorkTransferred): PromiseRecord {
  const { promise } = work.class;
  if (promisedMs === undefined) return promise;
  work.waitedBeforeMs += work.waitedMs;
  work.waitedMs = 0;
  // What was told of the other promise says nothing of this one.
  work.alert = undefined;
  work.alertHeight = 0;
  return afterTransfer(promise, promisedMs);
}

/** A promise with the time that counts from a transfer; its hours stay those of the promise. */
export function afterTransfer(promise: PromiseRecord, targetMs: number): PromiseRecord {
  const original = promise.original ?? promise;
  const known = original.afterTransfers.get(targetMs);
  if (known !== undefined) return known;
  const made = { ...original, targetMs, original, afterTransfers: NONE };
  original.afterTransfers.set(targetMs, made);
  return made;
}

const NONE: PromiseRecord['afterTransfers'] = new Map();
