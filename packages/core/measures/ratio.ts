/** A share, in whole units of 1e-6, so that the bytes of a report do not hang on the last bit; null of nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1e6) / 1e6;
}
