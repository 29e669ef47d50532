import { DE } from './de.ts';
import { EN, type Words } from './en.ts';

/** How a page speaks: its words, and times and durations in its language. */
export interface Speech {
  readonly language: string;
  readonly words: Words;
  /** Such as `10:09` today, else with the day. */
  readonly time: (at: number) => string;
  /** Such as `at 10:09` today, else with the day: as a sentence goes on. */
  readonly when: (at: number) => string;
  /** Such as `2 min`, rounded up so that it promises nothing. */
  readonly duration: (ms: number) => string;
  /** Such as `1.4 MB`. */
  readonly size: (bytes: number) => string;
}

const LANGUAGES: Readonly<Record<string, Words>> = { en: EN, de: DE };

/** Speaks the first of these languages that there is, else English. */
export function speechOf(...wished: readonly (string | undefined)[]): Speech {
  const languages = wished.flatMap((tag) => (tag === undefined || tag === '' ? [] : [tag]));
  const tag = languages.find((each) => primaryOf(each) in LANGUAGES) ?? 'en';
  // The words say the language, and the browser how its country writes times.
  const region = navigator.languages.find((each) => primaryOf(each) === primaryOf(tag)) ?? tag;
  const clock = new Intl.DateTimeFormat(region, { hour: '2-digit', minute: '2-digit' });
  const full = new Intl.DateTimeFormat(region, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString();
  const words = LANGUAGES[primaryOf(tag)] ?? EN;
  return {
    language: tag,
    words,
    when: (at) => (isToday(at) ? words.at(clock.format(at)) : full.format(at)),
    time: (at) => (isToday(at) ? clock : full).format(at),
    duration: (ms) => durationIn(tag, ms),
    size: (bytes) => sizeIn(tag, bytes),
  };
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

function durationIn(tag: string, ms: number): string {
  const seconds = ms / 1_000;
  const [value, unit] =
    seconds <= 50
      ? [Math.max(10, Math.ceil(seconds / 10) * 10), 'second']
      : seconds <= 5_400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3_600), 'hour'];
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

function sizeIn(tag: string, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(bytes / (isLarge ? 1_000_000 : 1_000), 1));
}
