/**
 * Does `work` on every item, at most `count` at a time, beginning in the order given.
 *
 * Returns the results in that order, whichever was ready first.
 */
export async function runAbreast<Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  const lane = async () => {
    for (const [position, item] of queue) results.set(position, await work(item));
  };
  await Promise.all(Array.from({ length: count }, lane));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
