import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** So many rows are drawn beyond what is seen, so that scrolling does not meet empty places. */
const BEYOND_ROWS = 8;
/** What is drawn changes in steps, so that it does not change with each pixel. */
const STEP_ROWS = 4;
/** The height of a row, but for what the density adds. */
const ROW_PX = 44;

interface Range {
  readonly from: number;
  readonly until: number;
}

/**
 * A list of rows of one height, of which only those are drawn that are seen, and the one that must stay:
 * what is chosen, so that keys find it. Each says which it is of how many. A row that changes its place
 * slides there.
 */
export function RowList<Entry>({
  entries,
  idOf,
  stays,
  label,
  children,
}: {
  readonly entries: readonly Entry[];
  readonly idOf: (entry: Entry) => string;
  /** Drawn wherever it is. */
  readonly stays?: string | undefined;
  readonly label: string;
  readonly children: (entry: Entry) => ReactNode;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [range, setRange] = useState<Range>({ from: 0, until: BEYOND_ROWS * 3 });
  const [focused, setFocused] = useState<string>();
  const look = useCallback(() => {
    if (list.current === null) return;
    const next = rangeOf(list.current);
    setRange((before) =>
      before.from === next.from && before.until === next.until ? before : next,
    );
  }, []);
  useLayoutEffect(look);
  useLayoutEffect(() => {
    // Whatever around it scrolls: the pane, or on a small screen the page.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [look]);
  const drawn = entries.flatMap((entry, at) => {
    const id = idOf(entry);
    const isSeen = at >= range.from && at < range.until;
    return isSeen || id === stays || id === focused ? [{ entry, id, at }] : [];
  });
  return (
    <ul
      ref={list}
      className="rows row-list"
      aria-label={label}
      style={{ '--count': entries.length } as React.CSSProperties}
      onFocus={({ target }) => setFocused(target.closest<HTMLElement>('li')?.dataset['id'])}
      onBlur={() => setFocused(undefined)}
    >
      {drawn.map(({ entry, id, at }) => (
        <li
          key={id}
          data-id={id}
          aria-setsize={entries.length}
          aria-posinset={at + 1}
          style={{ '--at': at } as React.CSSProperties}
        >
          {children(entry)}
        </li>
      ))}
    </ul>
  );
}

/** Which rows can be seen, and some beyond. */
function rangeOf(list: HTMLElement): Range {
  const more = Number.parseFloat(getComputedStyle(list).getPropertyValue('--row-more')) || 0;
  const rowPx = ROW_PX + more;
  const { top } = list.getBoundingClientRect();
  const step = (row: number): number => Math.floor(row / STEP_ROWS) * STEP_ROWS;
  return {
    from: Math.max(0, step(-top / rowPx - BEYOND_ROWS)),
    until: Math.max(0, step((innerHeight - top) / rowPx + BEYOND_ROWS)),
  };
}
