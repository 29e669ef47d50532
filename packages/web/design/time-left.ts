const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Up to here seconds count. */
const SECONDS_UNTIL = 10 * MINUTE;
const MINUTES_UNTIL = 90 * MINUTE;
/** A deadline is near when less than this share of the time is left. */
const SOON_SHARE = 0.2;

export type Tone = 'on-track' | 'soon' | 'late';

/** How a deadline stands: late from its moment on, soon when less than a fifth of the time is left. */
export function toneOf(leftMs: number, wholeMs: number): Tone {
  if (leftMs < 0) return 'late';
  return leftMs < wholeMs * SOON_SHARE ? 'soon' : 'on-track';
}

/** Time that is left, or, with a minus sign, that has passed since: `1:34`, `25 m`, `3 h`, `−5:40`. */
export function timeLeftText(leftMs: number): string {
  const sign = leftMs < 0 ? '−' : '';
  const ms = Math.abs(leftMs);
  if (ms < SECONDS_UNTIL) return `${sign}${minutesSeconds(ms)}`;
  if (ms < MINUTES_UNTIL) return `${sign}${Math.round(ms / MINUTE)} m`;
  return `${sign}${Math.round(ms / HOUR)} h`;
}

/** The same time as it is said, in whole units and without its sign: at least a second. */
export function wholeTime(leftMs: number): {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
} {
  const ms = Math.max(SECOND, Math.abs(leftMs));
  const hours = Math.round(ms / HOUR);
  if (ms >= MINUTES_UNTIL) return { unit: 'hours', hours, minutes: 0, seconds: 0 };
  const minutes = Math.round(ms / MINUTE);
  if (ms >= SECONDS_UNTIL) return { unit: 'minutes', hours: 0, minutes, seconds: 0 };
  const seconds = Math.floor(ms / SECOND);
  return { unit: 'seconds', hours: 0, minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}

/** A length of time by its largest unit, in the letters of what is left: `34 s`, `5 m`, `3 h`, `2 d`. */
export function durationText(ms: number): string {
  const [letter, unitMs] = UNITS.find(([, , until]) => ms < until) ?? ['d', 24 * HOUR];
  // Whole seconds and minutes that have passed; of hours and days, the nearest.
  const whole = unitMs < HOUR ? Math.floor : Math.round;
  return `${Math.max(0, whole(ms / unitMs))} ${letter}`;
}

/** Units with their length and up to where they are said. */
const UNITS = [
  ['s', SECOND, MINUTE],
  ['m', MINUTE, MINUTES_UNTIL],
  ['h', HOUR, 48 * HOUR],
] as const;

/** `4:07`, and beyond an hour `1:04:07`. */
function minutesSeconds(ms: number): string {
  const seconds = Math.floor(ms / SECOND);
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
