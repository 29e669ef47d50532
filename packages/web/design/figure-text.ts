import { locale } from '../words/words.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Up to so many of a unit are said in it. */
const MANY = 100;
/** A narrow space at which no line is broken. */
const NO_BREAK = '\u202f';

/** A number as the reader writes it, with one digit after the point at most. */
export function numberText(value: number, format: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1, ...format }).format(value);
}

/** A share of all: `84.2 %`; a dash where there is nothing to take it of. */
export function shareText(ratio: number | undefined): string {
  if (ratio === undefined) return '–';
  return numberText(ratio, { style: 'percent', minimumFractionDigits: 1 });
}

/** A length of time as a figure: `31.1 s`, `4.2 min`, `2 h`; a dash where there is none. */
export function lengthText(ms: number | undefined, format: Intl.NumberFormatOptions = {}): string {
  if (ms === undefined) return '–';
  const size = Math.abs(ms);
  if (size < MANY * SECOND) return `${numberText(ms / SECOND, format)}${NO_BREAK}s`;
  if (size < MANY * MINUTE) return `${numberText(ms / MINUTE, format)}${NO_BREAK}min`;
  return `${numberText(ms / HOUR, format)}${NO_BREAK}h`;
}
