import type { JournalRow } from './journal.ts';

type Asked = PromiseWithResolvers<JournalRow | undefined>;

/**
 * Looks commands up one query after the other: what is asked for during a query forms the next one.
 * Soon after a start each command is looked up, and one query for each would keep every session busy.
 */
export function findTogether(
  findAll: (commandIds: readonly string[]) => Promise<readonly JournalRow[]>,
): (commandId: string) => Promise<JournalRow | undefined> {
  let waiting = new Map<string, Asked>();
  let isAsking = false;

  const askAll = async (): Promise<void> => {
    while (waiting.size > 0) {
      const asked = waiting;
      waiting = new Map();
      try {
        const rows = await findAll([...asked.keys()]);
        const found = new Map(rows.map((row) => [row.commandId, row]));
        for (const [commandId, { resolve }] of asked) resolve(found.get(commandId));
      } catch (error) {
        for (const { reject } of asked.values()) reject(error);
      }
    }
    isAsking = false;
  };

  return (commandId) => {
    const asked = waiting.get(commandId) ?? Promise.withResolvers();
    waiting.set(commandId, asked);
    if (!isAsking) {
      isAsking = true;
      // One turn later, so that commands that arrive together share the first query too.
      queueMicrotask(() => void askAll());
    }
    return asked.promise;
  };
}
