import { useLayoutEffect, useState } from 'react';

/** The part of a long grid that is in sight. */
export interface Sight {
  readonly fromIndex: number;
  readonly untilIndex: number;
  readonly perRow: number;
  /** How many rows are left out above and below. */
  readonly rowsBefore: number;
  readonly rowsAfter: number;
}

/** Rows beyond the edge that are drawn already, so that arrows find them and scrolling shows no gap. */
const SPARE_ROWS = 3;
const AT_FIRST: Band = { firstRow: 0, rowCount: 12, perRow: 4 };

interface Band {
  readonly firstRow: number;
  readonly rowCount: number;
  readonly perRow: number;
}

/**
 * Returns what of a grid of equal rows is in sight of the element that scrolls it, and a little more.
 * `grid` has as many columns as its style says; rows are `rowHeight` apart.
 */
export function useSight(
  grid: HTMLElement | null,
  { count, rowHeight }: { readonly count: number; readonly rowHeight: number },
): Sight {
  const [band, setBand] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const scroller = grid?.parentElement ?? undefined;
    if (grid === null || scroller === undefined) return undefined;
    const look = (): void => {
      const perRow = getComputedStyle(grid).gridTemplateColumns.split(' ').length;
      const firstRow = Math.floor(scroller.scrollTop / rowHeight);
      const rowCount = Math.ceil(scroller.clientHeight / rowHeight) + 1;
      setBand((before) =>
        before.firstRow === firstRow && before.rowCount === rowCount && before.perRow === perRow
          ? before
          : { firstRow, rowCount, perRow },
      );
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [grid, rowHeight]);
  const allRows = Math.ceil(count / band.perRow);
  const rowsBefore = Math.max(0, Math.min(band.firstRow, allRows - band.rowCount) - SPARE_ROWS);
  const lastRow = Math.min(allRows, rowsBefore + band.rowCount + 2 * SPARE_ROWS);
  return {
    fromIndex: rowsBefore * band.perRow,
    untilIndex: lastRow * band.perRow,
    perRow: band.perRow,
    rowsBefore,
    rowsAfter: allRows - lastRow,
  };
}
