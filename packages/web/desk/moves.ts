import { flushSync } from 'react-dom';
import { acceptOffer } from './acts.ts';
import type { NextStep } from './next.ts';
import type { DeskRow } from './rows.ts';
import type { DeskRows } from './use-rows.ts';

/** From one row to another, and into what it is about. */
export function movesOf({ rows, chosen, choose }: DeskRows, open: (workId: string) => void) {
  const at = chosen === undefined ? -1 : rows.indexOf(chosen);
  const go = (row: DeskRow | undefined): void => {
    if (row === undefined) return;
    // At once, so that the row is there to get the focus.
    flushSync(() => choose(row.workId));
    document.querySelector<HTMLElement>(`[data-work="${CSS.escape(row.workId)}"]`)?.focus();
  };
  const goInto = (row: DeskRow): void => {
    go(row);
    flushSync(() => open(row.workId));
  };
  const accept = (row: DeskRow): void => {
    goInto(row);
    void acceptOffer(row.workId);
  };
  const take = ({ row, doing }: NextStep): void => {
    if (doing === 'accept') {
      accept(row);
      return;
    }
    goInto(row);
    // Where one writes; where nothing is written, the row itself has the focus.
    document.querySelector<HTMLElement>('.wrap-up-choices button, .composer textarea')?.focus();
  };
  return {
    go,
    accept,
    take,
    forward: () => go(rows[Math.min(rows.length - 1, at + 1)]),
    back: () => go(rows[Math.max(0, at - 1)]),
    /** Where the one that is chosen is gone: to the row after it, else the one before. */
    leave: () => go(rows[at + 1] ?? rows[at - 1]),
  };
}
