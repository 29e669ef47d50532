// Math.exp may differ in its last bit from one machine to the next, and a decision must not.

/** e^(−1/32). */
const STEP = 0.9692332344763441;
const STEPS_PER_UNIT = 32;
const TABLE = table(16 * STEPS_PER_UNIT);

/** e^(−x) of an x of at least 0, straight between steps of 1/32: never more than 0.00013 too much. */
export function decay(x: number): number {
  const steps = x * STEPS_PER_UNIT;
  const index = Math.floor(steps);
  const [from, to] = [TABLE[index], TABLE[index + 1]];
  if (from === undefined || to === undefined) return 0;
  return from + (steps - index) * (to - from);
}

function table(length: number): readonly number[] {
  const values = [1];
  for (let index = 1; index < length; index += 1) values.push((values[index - 1] as number) * STEP);
  return values;
}
