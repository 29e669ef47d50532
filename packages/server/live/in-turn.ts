/** Does work of one key one after the other, so that what was read first is not sent last. */
export function inTurn(): (key: string, work: () => Promise<unknown>) => Promise<unknown> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    const forget = (): void => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  };
}
