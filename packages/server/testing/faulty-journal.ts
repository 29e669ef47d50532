import type { Journal, JournalRow } from '../store/journal.ts';

/** What becomes of an append: it goes through, is lost, or is kept although its answer is lost. */
export type AppendFate = 'kept' | 'lost' | 'kept-unanswered';

/** A journal between the host and another one that lets each append wait for its fate. */
export interface FaultyJournal extends Journal {
  /** Sizes of the appends that wait, first first: at most one at a time if the host is right. */
  readonly waitingSizes: () => readonly number[];
  /** Decides the fate of the append that waits longest. */
  readonly settle: (fate: AppendFate) => Promise<void>;
  /** From now on every append goes through at once. */
  readonly letAllPass: () => Promise<void>;
}

export function faultyJournal(inner: Journal): FaultyJournal {
  const waiting: { rows: readonly JournalRow[]; decide: (fate: AppendFate) => void }[] = [];
  let isOpen = false;
  const settle = async (fate: AppendFate): Promise<void> => {
    waiting.shift()?.decide(fate);
    await turns();
  };
  return {
    ...inner,
    async append(epoch, rows, kept) {
      const { promise, resolve } = Promise.withResolvers<AppendFate>();
      if (isOpen) resolve('kept');
      else waiting.push({ rows, decide: resolve });
      const fate = await promise;
      if (fate !== 'lost') await inner.append(epoch, rows, kept);
      if (fate !== 'kept') throw new Error('the connection broke');
    },
    waitingSizes: () => waiting.map(({ rows }) => rows.length),
    settle,
    letAllPass: async () => {
      isOpen = true;
      while (waiting.length > 0) await settle('kept');
    },
  };
}

/** Lets everything happen that can happen without outside help. */
export async function turns(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}
