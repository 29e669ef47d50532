import { locale } from '../words/words.ts';
import { inUnit, unitOf } from './policy-numbers.ts';
import { inUnits } from './durations.ts';

/** A number of the policy as it is said: `20 seconds`, `50 %`, `2`. */
export function policyText(name: string, value: number): string {
  const unit = unitOf(name) ?? 'plain';
  switch (unit) {
    case 'percent':
      return number(value, { style: 'percent', maximumFractionDigits: 2 });
    case 'second':
    case 'minute':
    case 'hour':
      return timeText(value, unit);
    case 'days':
      return inWords(value, 'day');
    case 'waited':
      return inWords(value, 'second');
    default:
      return number(value, { maximumFractionDigits: 3 });
  }
}

/** Nothing is no time of its own: it is said in the unit in which others are typed. */
function timeText(ms: number, typed: 'second' | 'minute' | 'hour'): string {
  if (ms === 0 || ms % 1_000 !== 0) return inWords(inUnit(ms, typed), typed);
  const { count, unit } = inUnits(ms);
  return inWords(count, unit);
}

function inWords(count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string {
  return number(count, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 3 });
}

function number(value: number, format: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), format).format(value);
}
