import { IntlMessageFormat } from 'intl-messageformat';
import { useSyncExternalStore } from 'react';
import { type Catalogue, EN, type WordsId } from './en.ts';

export type { WordsId };

/** What a message is filled with. */
export type WordsValues = Readonly<Record<string, string | number | Date>>;

/** Languages that have a catalogue, and the catalogue, which comes by itself when it is chosen. */
export const LANGUAGES = {
  en: { name: 'English', load: () => Promise.resolve<Catalogue>(EN) },
  de: { name: 'Deutsch', load: async (): Promise<Catalogue> => (await import('./de.ts')).DE },
} as const;

export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'rapport-language';

let language: Language = 'en';
let catalogue: Catalogue = EN;
let formats = new Map<WordsId, IntlMessageFormat>();
const listeners = new Set<() => void>();

/**
 * Says a message in the chosen language.
 *
 * @throws {Error} a value that the message needs is missing.
 */
export function say(id: WordsId, values?: WordsValues): string {
  if (values === undefined) return catalogue[id];
  let format = formats.get(id);
  if (format === undefined) {
    format = new IntlMessageFormat(catalogue[id], language);
    formats.set(id, format);
  }
  return format.format(values) as string;
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

/** Speaks another language from now on, also after a reload. */
export async function speak(next: Language): Promise<void> {
  const loaded = await LANGUAGES[next].load();
  language = next;
  catalogue = loaded;
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
