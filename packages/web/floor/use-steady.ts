import { useRef, useState } from 'react';

/** A list that does not move while somebody points at it or works in it. */
export interface Steady<Entry> {
  readonly entries: readonly Entry[];
  /** What came meanwhile and is not shown yet. */
  readonly newCount: number;
  /** For the element that holds the list. */
  readonly hold: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: React.FocusEvent) => void;
  };
}

/**
 * Keeps the order of a list while it is pointed at or has the focus: what is gone leaves a gap in none of
 * the others' places before that ends, and shows as it was last.
 */
export function useSteady<Entry>(
  latest: readonly Entry[],
  idOf: (entry: Entry) => string,
): Steady<Entry> {
  const [frozen, setFrozen] = useState<readonly Entry[]>();
  const reasons = useRef({ pointer: false, focus: false });
  const set = (reason: 'pointer' | 'focus', isHeld: boolean): void => {
    reasons.current[reason] = isHeld;
    const { pointer, focus } = reasons.current;
    if (!pointer && !focus) setFrozen(undefined);
    else setFrozen((before) => before ?? latest);
  };
  const hold = {
    onPointerEnter: () => set('pointer', true),
    onPointerLeave: () => set('pointer', false),
    onFocus: () => set('focus', true),
    onBlur: ({ currentTarget, relatedTarget }: React.FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) set('focus', false);
    },
  };
  if (frozen === undefined || frozen.length === 0) return { entries: latest, newCount: 0, hold };
  const byId = new Map(latest.map((entry) => [idOf(entry), entry]));
  const entries = frozen.map((entry) => byId.get(idOf(entry)) ?? entry);
  const shown = new Set(frozen.map(idOf));
  return { entries, newCount: latest.filter((entry) => !shown.has(idOf(entry))).length, hold };
}
