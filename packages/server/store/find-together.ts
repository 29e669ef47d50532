/**
 * Looks things up one query after the other: what is asked for during a query forms the next one. Soon
 * after a start each command is looked up, and one query for each would keep every session busy.
 */
export function findTogether<Found>(
  findAll: (ids: readonly string[]) => Promise<ReadonlyMap<string, Found>>,
): (id: string) => Promise<Found | undefined> {
  let waiting = new Map<string, PromiseWithResolvers<Found | undefined>>();
  let isAsking = false;

  const askAll = async (): Promise<void> => {
    while (waiting.size > 0) {
      const asked = waiting;
      waiting = new Map();
      try {
        const found = await findAll([...asked.keys()]);
        for (const [id, { resolve }] of asked) resolve(found.get(id));
      } catch (error) {
        for (const { reject } of asked.values()) reject(error);
      }
    }
    isAsking = false;
  };

  return (id) => {
    const asked = waiting.get(id) ?? Promise.withResolvers<Found | undefined>();
    waiting.set(id, asked);
    if (!isAsking) {
      isAsking = true;
      // One turn later, so that what is asked for together shares the first query too.
      queueMicrotask(() => void askAll());
    }
    return asked.promise;
  };
}
