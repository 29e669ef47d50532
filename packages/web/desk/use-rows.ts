import type { Card, QueueItem } from '@rapport/protocol';
import { useState } from 'react';
import { useNow } from '../design/clock.ts';
import { type DeskRow, keepPlace, pressing, rowsOf } from './rows.ts';

interface Placed {
  readonly items: readonly QueueItem[];
  readonly cards: readonly Card[];
  readonly lateCount: number;
  readonly rows: readonly DeskRow[];
  readonly chosenId: string | undefined;
  /** What was chosen when the rows were put in order. */
  readonly placedId: string | undefined;
}

/**
 * The rows of the desk in their order, which changes with what comes in and with what becomes late, and
 * the one that somebody is in: it stays chosen until it is gone, and then whatever took its place is.
 */
export function useRows(
  items: readonly QueueItem[],
  cards: readonly Card[],
): {
  readonly rows: readonly DeskRow[];
  readonly chosen: DeskRow | undefined;
  readonly choose: (workId: string) => void;
} {
  const now = useNow();
  const [placed, place] = useState<Placed>(() => ({
    ...{ items: [], cards: [], lateCount: 0, rows: [], placedId: undefined },
    chosenId: sessionStorage.getItem(CHOSEN_AS) ?? undefined,
  }));
  let current = placed;
  const isCurrent =
    placed.items === items &&
    placed.cards === cards &&
    placed.placedId === placed.chosenId &&
    placed.lateCount === pressing(placed.rows, now).lateCount;
  if (!isCurrent) {
    current = placedAnew(placed, { items, cards, now });
    place(current);
  }
  const { rows, chosenId } = current;
  return {
    rows,
    chosen: rows.find(({ workId }) => workId === chosenId),
    choose: (workId) => {
      sessionStorage.setItem(CHOSEN_AS, workId);
      place((before) => ({ ...before, chosenId: workId }));
    },
  };
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
  const rows = keepPlace(rowsOf(items, cards, now), before.rows, before.chosenId);
  const { lateCount } = pressing(rows, now);
  const chosenId = chosenAfter(before, rows);
  return { items, cards, lateCount, rows, chosenId, placedId: chosenId };
}

function chosenAfter({ rows: before, chosenId }: Placed, rows: readonly DeskRow[]) {
  // Before anything is here, what was chosen before a reload is still to come.
  if (rows.length === 0 || rows.some(({ workId }) => workId === chosenId)) return chosenId;
  const at = before.findIndex(({ workId }) => workId === chosenId);
  return rows[Math.min(Math.max(at, 0), rows.length - 1)]?.workId;
}
