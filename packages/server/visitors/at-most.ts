/** Runs what is asked for under a name; `full` where so many run already, or so many of that name. */
export type AtMost = <Value>(name: string, run: () => Promise<Value>) => Promise<Value | 'full'>;

export function atMost(countMax: number, countPerNameMax: number): AtMost {
  const running = new Map<string, number>();
  let runningCount = 0;
  return async (name, run) => {
    const mine = running.get(name) ?? 0;
    if (runningCount >= countMax || mine >= countPerNameMax) return 'full';
    runningCount++;
    running.set(name, mine + 1);
    try {
      return await run();
    } finally {
      runningCount--;
      const left = (running.get(name) ?? 1) - 1;
      if (left === 0) running.delete(name);
      else running.set(name, left);
    }
  };
}
