import { type Deadline as Promised, Ring, TimeLeft } from '../design/Deadline.tsx';
import { locale } from '../words/words.ts';

/** A deadline with its moment: ring, what is left, and when it is. */
export function Deadline({ dueAt, wholeMs }: Promised) {
  const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' });
  return (
    <span className="due">
      <Ring deadline={{ dueAt, wholeMs }} size={16} />
      <TimeLeft deadline={{ dueAt, wholeMs }} />
      <bdi className="hint num">{time.format(dueAt)}</bdi>
    </span>
  );
}
