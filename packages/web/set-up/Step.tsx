import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from './words/words.ts';

/** A step: whether it is done, and in words what is true now. */
export function Step({
  number,
  title,
  isDone,
  says,
  act,
}: {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly says: ReactNode;
  readonly act?: ReactNode;
}) {
  const say = useWords();
  return (
    <li data-done={isDone}>
      <span className="mark-of-step num">
        {isDone ? <Check size={14} aria-label={say('start.done')} /> : number}
      </span>
      <h3>{title}</h3>
      <p role="status">{says}</p>
      <span className="acts">{act}</span>
    </li>
  );
}
