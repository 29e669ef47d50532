/** How often each of many may ask: so many a minute, saved up for a minute at most. */
export interface RateLimit {
  readonly perMinute: number;
  /** Takes one of the asker's, if there is one left. */
  readonly take: (asker: string) => Allowance;
  /** Puts one back that should not have been his. */
  readonly giveBack: (asker: string) => void;
}

export interface Allowance {
  readonly isAllowed: boolean;
  readonly remainingCount: number;
  /** Until there is one again; 0 where there is. */
  readonly waitMs: number;
}

const MINUTE_MS = 60_000;
/** Below this it is the rounding of sums, and no wait. */
const ROUNDING_MS = 1e-3;

/**
 * A leaky bucket an asker, each kept as one number: when it will be full again. Of those who have not
 * asked for longest some are forgotten when there are too many, so that memory is bounded, whoever
 * comes from however many addresses.
 */
export function rateLimit(
  perMinute: number,
  now: () => number = () => performance.now(),
  rememberedMax = 20_000,
): RateLimit {
  const costMs = MINUTE_MS / perMinute;
  const fullAt = new Map<string, number>();

  const remember = (asker: string, at: number): void => {
    // The map keeps the order of insertion: who asked last is last.
    fullAt.delete(asker);
    fullAt.set(asker, at);
    if (fullAt.size <= rememberedMax) return;
    for (const oldest of fullAt.keys()) {
      fullAt.delete(oldest);
      return;
    }
  };

  return {
    perMinute,
    take(asker) {
      const at = now();
      const nextMs = Math.max(fullAt.get(asker) ?? at, at) + costMs;
      const waitMs = nextMs - at - MINUTE_MS;
      if (waitMs > ROUNDING_MS) return { isAllowed: false, remainingCount: 0, waitMs };
      remember(asker, nextMs);
      const remainingCount = Math.floor((MINUTE_MS - (nextMs - at) + ROUNDING_MS) / costMs);
      return { isAllowed: true, remainingCount, waitMs: 0 };
    },
    giveBack(asker) {
      const at = fullAt.get(asker);
      if (at !== undefined) fullAt.set(asker, at - costMs);
    },
  };
}
