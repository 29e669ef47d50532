import { shiftOf } from '../organisation/day-curve.ts';
import type { Colleague } from './colleague.ts';
import type { Pace } from './pace.ts';

interface Duty {
  readonly colleague: Colleague;
  /** His place in the list, from which his shift follows. */
  readonly index: number;
  readonly pace: Pace;
  /** As the centre shows it. */
  readonly stateOf: () => { readonly state: string; readonly reason?: string } | undefined;
}

const WORK_SECONDS = 2_400;
const BREAK_SECONDS = 420;
const LOOK_SECONDS = 20;
/** So many come whatever the hour, that the centre is alive at night as well. */
const ALWAYS_THERE = 3;

/** Comes for his shift, pauses now and then, comes back after a missed call, goes home. */
export async function keepDuty({ colleague, index, pace, stateOf }: Duty): Promise<never> {
  let workedSeconds = Math.random() * WORK_SECONDS;
  await pace.seconds(1 + index / 4);
  for (;;) {
    const now = stateOf();
    if (now !== undefined && !colleague.isAside()) {
      if (!isOnShift(index)) {
        if (now.state !== 'signed-out') await colleague.become('signed-out').catch(unheard);
      } else if (workedSeconds > WORK_SECONDS) {
        workedSeconds = 0;
        await colleague.become('not-ready', 'break').catch(unheard);
        await pace.seconds(BREAK_SECONDS);
        continue;
      } else if (now.state !== 'ready') await colleague.become('ready').catch(unheard);
    }
    await pace.seconds(LOOK_SECONDS);
    workedSeconds += LOOK_SECONDS;
  }
}

/** Nobody heard it: at the next look he says it again. */
function unheard(): void {
  return undefined;
}

function isOnShift(index: number): boolean {
  if (index % ALWAYS_THERE !== 0) return true;
  const { from, hours } = shiftOf(index / ALWAYS_THERE);
  const hour = new Date().getHours();
  return (hour - from + 24) % 24 < hours;
}
