const TURN_MS = 50;

/** A clock that stands still while this process does. */
export interface OwnTime extends Disposable {
  /** Since it was started. */
  readonly elapsedMs: () => number;
}

/**
 * Measures how much time a process had: of what passes between two turns of a timer, no more than two
 * turns take. What a bound says of a program then holds on a machine that has too much to do as well.
 */
export function ownTime(): OwnTime {
  let ownMs = 0;
  let turnedAt = performance.now();
  const sinceTurn = (): number => Math.min(performance.now() - turnedAt, 2 * TURN_MS);
  const timer = setInterval(() => {
    ownMs += sinceTurn();
    turnedAt = performance.now();
  }, TURN_MS);
  return {
    elapsedMs: () => ownMs + sinceTurn(),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
