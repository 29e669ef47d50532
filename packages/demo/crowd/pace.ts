import { setTimeout as sleep } from 'node:timers/promises';

/** How quickly people are: the clock stays, their pauses shrink. */
export interface Pace {
  readonly speed: number;
  /** Settles after about so many seconds of somebody's time, give or take two fifths. */
  readonly seconds: (seconds: number) => Promise<void>;
}

export function paceOf(speed: number): Pace {
  return {
    speed,
    seconds: (seconds) => sleep((seconds * (0.6 + 0.8 * Math.random()) * 1_000) / speed),
  };
}

/** How long somebody types. */
export function typingSeconds(text: string): number {
  return 4 + Math.min(text.length, 260) / 9;
}
