import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { isolated } from './isolated.ts';

const said = (message: string, values: Record<string, string>, direction: 'ltr' | 'rtl') => {
  const format = new IntlMessageFormat(message, 'en');
  return format.format(isolated(values, format.getAst(), direction));
};

test('a name that is read from the right stands for itself in a sentence from the left', () => {
  expect(said('{name} is writing', { name: 'ليلى' }, 'ltr')).toBe('\u2068ليلى\u2069 is writing');
  expect(said('{name} is writing', { name: 'Leila' }, 'ltr')).toBe('Leila is writing');
});

test('so does a time in a sentence from the right', () => {
  expect(said('متأخر {time}', { time: '62 m' }, 'rtl')).toBe('متأخر \u206862 m\u2069');
});

test('what chooses the words is left as it is', () => {
  const message = '{by, select, skill {has {what}} other {takes {what}}}';
  expect(said(message, { by: 'skill', what: 'Billing' }, 'rtl')).toBe('has \u2068Billing\u2069');
});
