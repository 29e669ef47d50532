/** The part of `process` that signals come from. */
export interface SignalSource {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * A Ctrl-C reaches every process of the terminal's group, and npm and our own bin pass theirs on
 * as well: what follows this closely is the same key press. A person needs longer for a second.
 */
const SAME_PRESS_MS = 500;

/**
 * Turns signals into a wish and a demand: the first SIGINT or SIGTERM aborts the returned
 * controller, so that the work ends in good order; one more calls `exitNow`.
 */
export function stopOnSignals(
  source: SignalSource,
  exitNow: () => void,
  now: () => number = () => performance.now(),
): AbortController {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const receive = () => {
    if (firstAt === undefined) {
      firstAt = now();
      controller.abort();
    } else if (now() - firstAt > SAME_PRESS_MS) exitNow();
  };
  source.on('SIGINT', receive);
  source.on('SIGTERM', receive);
  return controller;
}
