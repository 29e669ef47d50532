import type { Throttle, Try } from './throttle.ts';

/** What came of a guess: it was right, it was wrong, or it came too early. */
export type Guess<Value> =
  | { readonly kind: 'right'; readonly value: Value }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'early'; readonly waitMs: number };

/** Lets somebody guess, which costs him a try unless he is right: then `check` returns something. */
export async function throttled<Value>(
  throttle: Throttle,
  tried: Try,
  check: () => Promise<Value | undefined>,
): Promise<Guess<Value>> {
  const attempt = await throttle.begin(tried);
  if (!attempt.isAllowed) return { kind: 'early', waitMs: attempt.waitMs };
  const value = await check();
  if (value === undefined) return { kind: 'wrong' };
  await attempt.succeed();
  return { kind: 'right', value };
}
