import { type Deadline as Promised, Ring, TimeLeft } from '../design/Deadline.tsx';

/** A deadline with its moment: ring, what is left, and when it is. */
export function Deadline({ dueAt, wholeMs }: Promised) {
  const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
  return (
    <span className="due">
      <Ring deadline={{ dueAt, wholeMs }} size={16} />
      <TimeLeft deadline={{ dueAt, wholeMs }} />
      <span className="hint num">{time.format(dueAt)}</span>
    </span>
  );
}
