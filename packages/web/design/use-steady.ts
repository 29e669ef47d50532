import { useState } from 'react';
import { type Hold, useHold } from './use-hold.ts';

/** A list that does not move while somebody points at it or works in it. */
export interface Steady<Entry> {
  readonly entries: readonly Entry[];
  /** Whether it is shown as it was last, because the list has it no more. */
  readonly isGone: (entry: Entry) => boolean;
  /** What came meanwhile and is not shown yet. */
  readonly newCount: number;
  /** For the element that holds the list. */
  readonly hold: Hold<HTMLDivElement>;
}

/** Which part of a list is shown. */
interface Part {
  readonly first?: number;
  readonly count?: number;
  /** What is listed, such as its filters: another list is shown at once. */
  readonly of?: string;
}

interface Frozen<Entry> {
  readonly part: string;
  readonly shown: readonly Entry[];
  /** Everything that was in the list by then, shown or not. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Shows a part of a list, and keeps its entries where they are while it is pointed at or has the focus:
 * what is gone from all of the list leaves a gap in none of the others' places before that ends, and
 * shows as it was last.
 */
export function useSteady<Entry>(
  latest: readonly Entry[],
  idOf: (entry: Entry) => string,
  { first = 0, count = Infinity, of = '' }: Part = {},
): Steady<Entry> {
  const [frozen, setFrozen] = useState<Frozen<Entry>>();
  const shownNow = latest.slice(first, first + count);
  const part = `${first} ${of}`;
  const freeze = (): void => setFrozen({ part, shown: shownNow, ids: new Set(latest.map(idOf)) });
  const hold = useHold<HTMLDivElement>((isHeld) => (isHeld ? freeze() : setFrozen(undefined)));
  if (frozen !== undefined && frozen.part !== part) freeze();
  if (frozen?.part !== part || frozen.shown.length === 0)
    return { entries: shownNow, isGone: () => false, newCount: 0, hold };
  const byId = new Map(latest.map((entry) => [idOf(entry), entry]));
  return {
    entries: frozen.shown.map((entry) => byId.get(idOf(entry)) ?? entry),
    isGone: (entry) => !byId.has(idOf(entry)),
    newCount: latest.filter((entry) => !frozen.ids.has(idOf(entry))).length,
    hold,
  };
}
