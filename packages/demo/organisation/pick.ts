import type { Random } from '@rapport/planning';

/** One of the values, each as likely as the other. There is at least one. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('there is nothing to pick from');
  return value;
}

/** One of the values, as likely as their weights. At least one weight is above 0. */
export function pickWeighted<const Value>(
  random: Random,
  values: readonly (readonly [value: Value, weight: number])[],
): Value {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  const [first] = values;
  if (first === undefined) throw new Error('there is nothing to pick from');
  return first[0];
}
