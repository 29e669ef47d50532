import { type WordsId, useWords } from '../words/words.ts';
import { useNow } from './clock.ts';
import { DeadlineRing } from './DeadlineRing.tsx';
import { durationText, timeLeftText, toneOf, wholeTime } from './time-left.ts';

/** A time by which something is promised, and how long that was when it was promised. */
export interface Deadline {
  readonly dueAt: number;
  readonly wholeMs: number;
}

/** The ring of a deadline, by the shared clock. */
export function Ring({ deadline, size }: { readonly deadline: Deadline; readonly size?: number }) {
  const leftMs = deadline.dueAt - useNow();
  return (
    <DeadlineRing
      leftMs={leftMs}
      wholeMs={deadline.wholeMs}
      {...(size !== undefined && { size })}
    />
  );
}

/** Where nothing is due. */
export function NoRing({ size = 22 }: { readonly size?: number }) {
  const middle = size / 2;
  return (
    <svg className="ring" width={size} height={size} aria-hidden="true">
      <circle cx={middle} cy={middle} r={middle - 2} />
    </svg>
  );
}

/** How long there is until a deadline, by the shared clock. */
export function TimeLeft({ deadline }: { readonly deadline: Deadline }) {
  const say = useWords();
  const leftMs = deadline.dueAt - useNow();
  const { unit, ...counts } = wholeTime(leftMs);
  const time = say(TIMES[unit], counts).trim();
  const words = say(leftMs < 0 ? 'time.late-by' : 'time.left', { time });
  return (
    <span className="time-left" data-tone={toneOf(leftMs, deadline.wholeMs)} title={words}>
      <bdi aria-hidden="true">
        {leftMs < 0 ? timeLeftText(leftMs) : say('time.left', { time: timeLeftText(leftMs) })}
      </bdi>
      <span className="unseen">{words}</span>
    </span>
  );
}

const TIMES = {
  seconds: 'time.minutes-seconds',
  minutes: 'time.minutes',
  hours: 'time.hours',
} as const satisfies Readonly<Record<string, WordsId>>;

/** By how much a deadline has passed, in words; nothing before. Whoever listens hears it of `TimeLeft`. */
export function LateBy({ deadline }: { readonly deadline: Deadline }) {
  const say = useWords();
  const lateMs = useNow() - deadline.dueAt;
  if (lateMs <= 0) return null;
  return (
    <span className="late-by" aria-hidden="true">
      {say('time.late-by', { time: durationText(lateMs) })} ·{' '}
    </span>
  );
}
