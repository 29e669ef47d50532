import { IntlMessageFormat } from 'intl-messageformat';
import { isolated, type WordsValues } from './isolated.ts';
import { useSyncExternalStore } from 'react';
import { type Catalogue, EN, type WordsId } from './en.ts';
import { localeOf } from './locale.ts';

export type { WordsId };

/** Messages by name. */
export type Messages<Id extends string> = Readonly<Record<Id, string>>;

/** The catalogue of a room: English with the room, any other language when it is spoken. */
export interface RoomCatalogues<Id extends string> {
  readonly en: Messages<Id>;
  readonly load: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages<Id>>>>;
}

/** Says messages of a room and the common ones. */
export type SayIn<Id extends string> = (id: Id | WordsId, values?: WordsValues) => string;

/** Languages that have a catalogue, and the catalogue, which comes by itself when it is chosen. */
export const LANGUAGES = {
  en: { name: 'English', load: () => Promise.resolve<Catalogue>(EN) },
  de: { name: 'Deutsch', load: async (): Promise<Catalogue> => (await import('./de.ts')).DE },
} as const;

export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'rapport-language';

let language: Language = 'en';
let catalogue: Messages<string> = EN;
let formats = new Map<string, IntlMessageFormat>();
let direction: 'ltr' | 'rtl' = 'ltr';
const rooms: RoomCatalogues<string>[] = [];
const listeners = new Set<() => void>();

/**
 * Says a message in the chosen language.
 *
 * @throws {Error} a value that the message needs is missing.
 */
function say(id: WordsId, values?: WordsValues): string {
  return sayAny(id, values);
}

/**
 * Adds the words of a room that comes when it is first entered, so that the first screen does not
 * carry them. Returns `say` and `useWords` that know them too. The room awaits it in its module
 * `words.ts`: `export const { say, useWords } = await wordsOf({ en: EN, load: { … } });`
 */
export async function wordsOf<Id extends string>(
  room: RoomCatalogues<Id>,
): Promise<{ readonly say: SayIn<Id>; readonly useWords: () => SayIn<Id> }> {
  rooms.push(room);
  const spokenThere = language === 'en' ? room.en : await room.load[language]();
  catalogue = { ...catalogue, ...spokenThere };
  return {
    say: sayAny,
    useWords: () => {
      useSyncExternalStore(subscribe, () => language);
      return sayAny;
    },
  };
}

function sayAny(id: string, values?: WordsValues): string {
  const message = catalogue[id] ?? id;
  if (values === undefined) return message;
  let format = formats.get(id);
  if (format === undefined) {
    format = new IntlMessageFormat(message, locale());
    formats.set(id, format);
  }
  return format.format(isolated(values, format.getAst(), direction)) as string;
}

/** The screens are read from the right from now on, whatever they speak: to try it. */
export function readFromRight(): void {
  direction = 'rtl';
  document.documentElement.dir = direction;
}

/** `say`, and drawn anew when the language changes. */
export function useWords(): typeof say {
  useSyncExternalStore(subscribe, () => language);
  return say;
}

/** The language that the screens speak. */
export function spoken(): Language {
  return language;
}

/** The spoken language with the reader's region, by which dates, times and numbers are written. */
export function locale(): string {
  return localeOf(language, navigator.languages);
}

/** Speaks another language from now on, also after a reload. */
export async function speak(next: Language): Promise<void> {
  const [common, ...loaded] = await Promise.all([
    LANGUAGES[next].load(),
    ...rooms.map(({ en, load }) => (next === 'en' ? en : load[next]())),
  ]);
  language = next;
  catalogue = Object.assign({}, common, ...loaded) as Messages<string>;
  formats = new Map();
  document.documentElement.lang = next;
  localStorage.setItem(KEPT_AS, next);
  for (const listener of listeners) listener();
}

/** Speaks what was chosen before, else the first language of the browser that there is. */
export async function speakChosen(): Promise<void> {
  const wished = [
    localStorage.getItem(KEPT_AS),
    ...navigator.languages.map((tag) => tag.slice(0, 2)),
  ];
  const known = wished.find((tag): tag is Language => tag !== null && tag in LANGUAGES);
  if (known !== undefined && known !== 'en') await speak(known);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
