import type { PromiseId, WorkId } from '../id.ts';

/** Something else is promised for an open item from now on; what it has waited stays with it. */
export interface ChangePromise {
  readonly type: 'change-promise';
  readonly workId: WorkId;
  readonly promiseId: PromiseId;
}

/** Something else is promised for the item now. */
export interface WorkPromised {
  readonly type: 'work-promised';
  readonly v: 1;
  readonly workId: WorkId;
  readonly promiseId: PromiseId;
}
