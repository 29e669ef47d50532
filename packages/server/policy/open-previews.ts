import { Worker } from 'node:worker_threads';
import type { Policy } from '@rapport/core';
import type { PolicyPreview } from '@rapport/protocol';
import type { ClientConfig } from 'pg';
import { mintUuid } from '../identity/mint-id.ts';
import { reasonOf } from '../logs/reason-of.ts';
import type { PreviewNews, PreviewWorkerData } from './preview-worker.ts';

/** Which day is played, and under what. */
export interface PreviewRequest {
  readonly day: string;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly today: Policy;
  readonly changed: Policy;
}

/** The preview of a centre: one at a time, and the last one until it is replaced or the process ends. */
export interface Previews extends AsyncDisposable {
  /** Begins one, which takes the place of any other. */
  readonly start: (request: PreviewRequest) => PolicyPreview;
  /** How it stands; undefined where it was ended or replaced. */
  readonly find: (previewId: string) => PolicyPreview | undefined;
  /** Ends one, and says whether there was one. */
  readonly end: (previewId: string) => Promise<boolean>;
}

interface Running {
  /** Undefined while the one before still ends. */
  worker: Worker | undefined;
  state: PolicyPreview;
  /** Settles when its thread is gone. */
  ended: Promise<void>;
}

export function openPreviews({
  connection,
  centre,
  notice,
}: {
  readonly connection: ClientConfig;
  readonly centre: string;
  readonly notice: (message: string) => void;
}): Previews {
  let running: Running | undefined;
  // `types` holds functions, which cannot go to another thread; the worker adds its own.
  const plain = Object.fromEntries(
    Object.entries(connection).filter(([field]) => field !== 'types'),
  );
  // It is asked to end, because a thread that is ended from outside while it loads may take the process with it.
  const end = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    ending?.worker?.postMessage('end');
    await ending?.ended;
  };
  const play = (mine: Running, data: PreviewWorkerData): Promise<void> => {
    const worker = new Worker(new URL('preview-worker.ts', import.meta.url), { workerData: data });
    mine.worker = worker;
    worker.on('message', (news: PreviewNews) => {
      mine.state =
        'columns' in news
          ? { ...mine.state, ...news, status: 'done', doneRatio: 1 }
          : { ...mine.state, ...news };
    });
    worker.on('error', (error) => {
      notice(`a preview of the policy failed: ${reasonOf(error)}`);
      mine.state = { ...mine.state, status: 'failed' };
    });
    return new Promise((resolve) => void worker.once('exit', () => resolve()));
  };
  return {
    start: ({ day, ...asked }) => {
      const before = end();
      const data: PreviewWorkerData = { connection: plain, centre, ...asked };
      const state: PolicyPreview = { previewId: mintUuid(), day, status: 'running', doneRatio: 0 };
      const mine: Running = { worker: undefined, state, ended: before };
      running = mine;
      mine.ended = before.then(() => (running === mine ? play(mine, data) : undefined));
      return state;
    },
    find: (previewId) => (running?.state.previewId === previewId ? running.state : undefined),
    end: async (previewId) => {
      if (running?.state.previewId !== previewId) return false;
      await end();
      return true;
    },
    [Symbol.asyncDispose]: end,
  };
}
