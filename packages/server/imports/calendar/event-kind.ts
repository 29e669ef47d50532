import { ImportRefused } from '../import-faults.ts';
import { listed, unescaped } from './content-line.ts';
import { propertyOf } from './occurrences.ts';
import type { Component } from './read-calendar.ts';

/** What an event can be of a roster, named as the fields of a file in CSV. */
export type EventKind = 'shifts' | 'breaks' | 'leave';

/** By which words it is told what an event is; case, spaces, signs, accents and numbers at the end do not count. */
const KIND_WORDS: Readonly<Record<EventKind, readonly string[]>> = {
  shifts: [
    ...['shift', 'shifts', 'duty', 'on duty', 'work', 'working hours', 'working time'],
    ...['early shift', 'day shift', 'late shift', 'night shift', 'on call'],
    ...['Schicht', 'Dienst', 'Arbeit', 'Arbeitszeit', 'Frühdienst', 'Tagdienst', 'Spätdienst'],
    ...['Nachtdienst', 'Frühschicht', 'Tagschicht', 'Spätschicht', 'Nachtschicht'],
  ],
  breaks: [
    ...['break', 'breaks', 'lunch', 'lunch break', 'coffee break', 'rest'],
    ...['Pause', 'Mittag', 'Mittagspause'],
  ],
  leave: [
    ...['leave', 'absence', 'absent', 'away', 'time off', 'day off', 'PTO', 'vacation', 'holiday'],
    ...['holidays', 'annual leave', 'sick', 'sick leave', 'out of office', 'training'],
    ...['Abwesend', 'Abwesenheit', 'Ferien', 'Urlaub', 'Frei', 'Feiertag', 'Krank', 'Schulung'],
  ],
};

const KINDS = Object.keys(KIND_WORDS) as readonly EventKind[];
/** In `map`, whatever nothing else says. */
const ANY = '*';

/** A word as words are compared. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=\D)\d+$/, '');
}

const KIND_BY_WORD: ReadonlyMap<string, EventKind> = new Map(
  KINDS.flatMap((kind) =>
    KIND_WORDS[kind].map((word): [string, EventKind] => [folded(word), kind]),
  ),
);

/** Says of events what they are, and remembers by which words. */
export interface KindReader {
  /** Undefined where an event is nothing of a roster. */
  readonly kindOf: (event: Component) => EventKind | undefined;
  /** Words by which events were told, in the order in which they were met. */
  readonly told: ReadonlyMap<string, EventKind>;
  /** Categories that say nothing. */
  readonly unknown: ReadonlySet<string>;
  /** Words of `map` that stand at no event. */
  readonly missing: () => readonly string[];
}

/** So many categories that nobody asked about are named. */
const UNKNOWN_MAX = 20;
const WORD_LENGTH_MAX = 100;

/** @throws {ImportRefused} `map` names something that an event cannot be. */
export function readKinds(map: ReadonlyMap<string, string>): KindReader {
  const chosen = new Map<string, EventKind>();
  for (const [word, name] of map) {
    const kind = KINDS.find((each) => each === name);
    if (kind === undefined) {
      throw new ImportRefused('field-unknown', 'map', `one of the fields ${KINDS.join(', ')}`);
    }
    chosen.set(word === ANY ? ANY : folded(word), kind);
  }
  const told = new Map<string, EventKind>();
  const unknown = new Set<string>();
  const met = new Set<string>();
  const tell = (word: string): EventKind | undefined => {
    const key = folded(word);
    const kind = chosen.get(key) ?? KIND_BY_WORD.get(key);
    if (kind === undefined) return undefined;
    // "Shift 1" and "Shift 2" are one word.
    if (!met.has(key)) told.set(word.slice(0, WORD_LENGTH_MAX), kind);
    met.add(key);
    return kind;
  };
  const kindOf = (event: Component): EventKind | undefined => {
    const categories = categoriesOf(event);
    for (const word of [...categories, ...wordsOf(event)]) {
      const kind = tell(word);
      if (kind !== undefined) return kind;
    }
    const other = chosen.get(ANY);
    if (other !== undefined) {
      told.set(ANY, other);
      return other;
    }
    for (const word of categories) {
      if (unknown.size < UNKNOWN_MAX) unknown.add(word.slice(0, WORD_LENGTH_MAX));
    }
    return undefined;
  };
  const missing = () => [...map.keys()].filter((word) => word !== ANY && !met.has(folded(word)));
  return { kindOf, told, unknown, missing };
}

function categoriesOf({ properties }: Component): readonly string[] {
  return properties
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap(({ value }) => listed(value));
}

/** The summary, and what stands in it between signs: `Ted Jones: Early shift`. */
function wordsOf(event: Component): readonly string[] {
  const summary = unescaped(propertyOf(event, 'SUMMARY')?.value ?? '').slice(0, 500);
  const parts = summary.split(/[:()[\]/|,–—]|\s-\s/).map((part) => part.trim());
  return [summary, ...parts].filter((text) => text !== '');
}
