import type { Card, QueueItem } from '@rapport/protocol';
import { useCallback, useState } from 'react';
import { useNow } from '../design/clock.ts';
import { type DeskRow, type HeldRows, holdRows, keepPlace, pressing, rowsOf } from './rows.ts';

interface Placed extends HeldRows {
  readonly items: readonly QueueItem[];
  readonly cards: readonly Card[];
  readonly lateCount: number;
  readonly chosenId: string | undefined;
  /** What was chosen when the rows were put in order. */
  readonly placedId: string | undefined;
  /** Whether somebody points at them, or has the focus among them. */
  readonly isHeld: boolean;
  /** Whether they are to be put in order although they are held. */
  readonly isAsked: boolean;
}

export interface DeskRows extends HeldRows {
  readonly chosen: DeskRow | undefined;
  readonly choose: (workId: string) => void;
  /** Keeps the rows where they are, or lets them go to their places again. */
  readonly hold: (isHeld: boolean) => void;
  /** Shows what is kept back. */
  readonly show: () => void;
}

/**
 * The rows of the desk in their order, which changes with what comes in and with what becomes late, and
 * the one that somebody is in: it stays chosen until it is gone, and then whatever took its place is.
 */
export function useRows(items: readonly QueueItem[], cards: readonly Card[]): DeskRows {
  const now = useNow();
  const [placed, place] = useState<Placed>(() => ({
    ...{ items: [], cards: [], lateCount: 0, rows: [], newCount: 0, soonerCount: 0 },
    ...{ placedId: undefined, isHeld: false, isAsked: false },
    chosenId: sessionStorage.getItem(CHOSEN_AS) ?? undefined,
  }));
  let current = placed;
  const isCurrent =
    placed.items === items &&
    placed.cards === cards &&
    placed.placedId === placed.chosenId &&
    !placed.isAsked &&
    placed.lateCount === pressing(placed.rows, now).lateCount;
  if (!isCurrent) {
    current = placedAnew(placed, { items, cards, now });
    place(current);
  }
  const choose = useCallback((workId: string) => {
    sessionStorage.setItem(CHOSEN_AS, workId);
    place((before) => ({ ...before, chosenId: workId }));
  }, []);
  const hold = useCallback((isHeld: boolean) => {
    place((before) =>
      before.isHeld === isHeld ? before : { ...before, isHeld, isAsked: !isHeld },
    );
  }, []);
  const show = useCallback(() => place((before) => ({ ...before, isAsked: true })), []);
  const { rows, newCount, soonerCount, chosenId } = current;
  const chosen = rows.find(({ workId }) => workId === chosenId);
  return { rows, newCount, soonerCount, chosen, choose, hold, show };
}

const CHOSEN_AS = 'rapport-desk-chosen';

function placedAnew(
  before: Placed,
  {
    items,
    cards,
    now,
  }: {
    readonly items: readonly QueueItem[];
    readonly cards: readonly Card[];
    readonly now: number;
  },
): Placed {
  const { isHeld, isAsked, chosenId: chosenBefore } = before;
  const latest = rowsOf(items, cards, now);
  const isInOrder = !isHeld || isAsked || before.rows.length === 0;
  const placed: HeldRows = isInOrder
    ? { rows: keepPlace(latest, before.rows, chosenBefore), newCount: 0, soonerCount: 0 }
    : holdRows(latest, before.rows, chosenBefore);
  const { lateCount } = pressing(placed.rows, now);
  const chosenId = chosenAfter(before, placed.rows);
  const known = { items, cards, lateCount, isHeld, isAsked: false };
  return { ...known, ...placed, chosenId, placedId: chosenId };
}

function chosenAfter({ rows: before, chosenId }: Placed, rows: readonly DeskRow[]) {
  // Before anything is here, what was chosen before a reload is still to come.
  if (rows.length === 0 || rows.some(({ workId }) => workId === chosenId)) return chosenId;
  const at = before.findIndex(({ workId }) => workId === chosenId);
  return rows[Math.min(Math.max(at, 0), rows.length - 1)]?.workId;
}
