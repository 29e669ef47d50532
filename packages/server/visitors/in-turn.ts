/** Runs what is asked for one name one after the other, and for different names side by side. */
export type InTurn = <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;

export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (name, run) => {
    const before = last.get(name) ?? Promise.resolve();
    // What became of the one before is its asker's business.
    const mine = before.then(run, run);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
