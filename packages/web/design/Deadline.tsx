import { useWords } from '../words/words.ts';
import { useNow } from './clock.ts';
import { DeadlineRing } from './DeadlineRing.tsx';
import { timeLeftText, toneOf } from './time-left.ts';

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
  const minutes = Math.floor(Math.abs(leftMs) / 60_000);
  const seconds = Math.floor(Math.abs(leftMs) / 1_000) % 60;
  const time = say('time.minutes-seconds', { minutes, seconds }).trim();
  return (
    <span className="time-left" data-tone={toneOf(leftMs, deadline.wholeMs)}>
      <span aria-hidden="true">{timeLeftText(leftMs)}</span>
      <span className="unseen">{say(leftMs < 0 ? 'time.late-by' : 'time.left', { time })}</span>
    </span>
  );
}
