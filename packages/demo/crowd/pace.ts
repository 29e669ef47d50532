import { setTimeout as sleep } from 'node:timers/promises';

/** How quickly people are: the clock stays, their pauses shrink. */
export interface Pace {
  readonly speed: number;
  /** Settles after about so many seconds of somebody's time, give or take two fifths. */
  readonly seconds: (seconds: number) => Promise<void>;
  /** Settles after somebody has typed this, and tells every few moments that he does. */
  readonly whileTyping: (text: string, tell: () => Promise<void>) => Promise<void>;
}

/** It counts for six seconds. */
const TELL_MS = 4_000;

export function paceOf(speed: number): Pace {
  const msOf = (seconds: number) => (seconds * (0.6 + 0.8 * Math.random()) * 1_000) / speed;
  return {
    speed,
    seconds: (seconds) => sleep(msOf(seconds)),
    whileTyping: async (text, tell) => {
      for (let leftMs = msOf(typingSeconds(text)); leftMs > 0; leftMs -= TELL_MS) {
        await tell();
        await sleep(Math.min(leftMs, TELL_MS));
      }
    },
  };
}

/** How long somebody types. */
export function typingSeconds(text: string): number {
  return 4 + Math.min(text.length, 260) / 9;
}
