import { type AgentHistory, gapsOf } from './agent-history.ts';
import { SECOND_MS } from './civil-time.ts';

/** A longer gap is no pause between two calls but an absence. */
const PAUSE_MS_MAX = 60 * SECOND_MS;

/** From fewer gaps than this nothing is concluded. */
const GAP_COUNT_MIN = 20;

/**
 * The pause that agents take between two calls although somebody waits: the mean of the gaps that
 * ended with a caller who had been waiting when the previous call ended. To whole seconds, which is
 * how finely logs are written; 0 if there are too few such gaps to tell.
 *
 * The mean rather than the median, because it is what costs capacity.
 */
export function inferPauseMs(histories: readonly AgentHistory[]): number {
  let totalMs = 0;
  let count = 0;
  for (const gap of histories.flatMap(gapsOf)) {
    const { call } = gap.next;
    const pauseMs = gap.untilAt - gap.fromAt;
    if (call.waitMs === 0 || call.offeredAt >= gap.fromAt || pauseMs > PAUSE_MS_MAX) continue;
    totalMs += pauseMs;
    count += 1;
  }
  if (count < GAP_COUNT_MIN) return 0;
  return Math.round(totalMs / count / SECOND_MS) * SECOND_MS;
}
