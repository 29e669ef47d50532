import { useWords } from './words.ts';

/** What of the desk is shown where there is room for one side alone. */
export type Side = 'queue' | 'conversation' | 'customer';

const SIDES = [
  ['queue', 'desk.queue'],
  ['conversation', 'desk.conversation'],
  ['customer', 'customer.pane'],
] as const;

/** From one side of the desk to another, on a screen that shows one at a time. */
export function Sides({
  shown,
  count,
  onShow,
}: {
  /** `none` while there is nothing to go to. */
  readonly shown: Side | 'none';
  /** How many rows the queue has. */
  readonly count: number;
  readonly onShow: (side: Side) => void;
}) {
  const say = useWords();
  if (shown === 'none') return null;
  return (
    <nav className="sides" aria-label={say('place.desk')}>
      {SIDES.map(([side, name]) => (
        <button
          key={side}
          type="button"
          aria-current={side === shown || undefined}
          onClick={() => onShow(side)}
        >
          {say(name)}
          {side === 'queue' && <span className="count">{count}</span>}
        </button>
      ))}
    </nav>
  );
}
