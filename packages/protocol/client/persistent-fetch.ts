import { mintKey } from './mint-key.ts';

/** How a client goes on when something stands in the way; every part has a default that works. */
export interface Persistence {
  readonly fetch?: (request: Request) => Promise<Response>;
  /** How often a request is sent at most. */
  readonly triesMax?: number;
  readonly pause?: (durationMs: number) => Promise<void>;
}

const TRIES_MAX = 8;
const PAUSE_MS = 100;
const PAUSE_MS_MAX = 5_000;
/** Whoever is told to wait for longer is better asked whether he wants to. */
const RETRY_AFTER_MS_MAX = 60_000;
/** Later, or another process behind the same address, may well do it. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Sends a request until it is answered, with longer and longer pauses or those that the answer asks
 * for. A write gets an `Idempotency-Key`, so that it is carried out once however often it is sent.
 * When nothing helps, the last answer or fault is the caller's.
 */
export function persistentFetch({
  fetch: send = (request) => fetch(request),
  triesMax = TRIES_MAX,
  pause = (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
}: Persistence): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!['GET', 'HEAD'].includes(request.method) && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', mintKey());
    }
    for (let tries = 1; ; tries++) {
      const isLast = tries >= triesMax;
      const pauseMs = await attempt(send, request, isLast ? undefined : pauseAfter(tries));
      if (typeof pauseMs !== 'number') return pauseMs;
      await Promise.race([pause(pauseMs), whenAborted(request.signal)]);
      request.signal.throwIfAborted();
    }
  };
}

/** Whoever wants it no more is not kept waiting. */
function whenAborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

/** The answer, or how long to wait before the next try; without `pauseMs` there is none. */
async function attempt(
  send: (request: Request) => Promise<Response>,
  request: Request,
  pauseMs: number | undefined,
): Promise<Response | number> {
  try {
    // A body can be read once: each try gets its own.
    const response = await send(pauseMs === undefined ? request : request.clone());
    if (pauseMs === undefined || !PASSING.has(response.status)) return response;
    const askedMs = Number(response.headers.get('retry-after') ?? 0) * 1_000;
    if (askedMs > RETRY_AFTER_MS_MAX) return response;
    await response.body?.cancel();
    return Math.max(pauseMs, askedMs || 0);
  } catch (error) {
    if (pauseMs === undefined || request.signal.aborted) throw error;
    return pauseMs;
  }
}

/** Twice as long each time, and never the same for two clients, so that they do not come back at once. */
function pauseAfter(tries: number): number {
  return Math.min(PAUSE_MS * 2 ** (tries - 1), PAUSE_MS_MAX) * (0.5 + Math.random() / 2);
}
