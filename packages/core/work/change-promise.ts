import { type Decision, emit } from '../decision.ts';
import type { WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import type { ChangePromise } from './change-promise-messages.ts';

/** Gives an item another promise. Returns why it is refused, or undefined once it has it. */
export function changePromise(
  { workId, promiseId }: ChangePromise,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  if (!decision.desk.promises.has(promiseId)) return { code: 'promise-unknown', promiseId };
  if (work.class.promise.id === promiseId) {
    return { code: 'field-invalid', field: 'promiseId', expected: 'another than it has' };
  }
  emit(decision, { type: 'work-promised', v: 1, workId, promiseId });
  return undefined;
}
