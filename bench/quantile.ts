/**
 * Returns the smallest of the values that at least `shareRatio` of them do not exceed, so always one
 * that was measured. @throws {Error} there are none.
 */
export function quantile(values: readonly number[], shareRatio: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const index = Math.max(Math.ceil(shareRatio * sorted.length) - 1, 0);
  const value = sorted[index];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}
