import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long something is worked out before whoever else is served by this process has his turn. */
const TURN_MS = 10;

/** Is called again and again during long work, and gives way whenever a turn is over. */
export function pace(): () => Promise<void> {
  let begunAt = performance.now();
  return async () => {
    if (performance.now() - begunAt < TURN_MS) return;
    await nextTurn();
    begunAt = performance.now();
  };
}
