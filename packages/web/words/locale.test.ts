import { describe, expect, test } from 'vitest';
import { localeOf } from './locale.ts';

describe('the locale of what is shown', () => {
  test('has the region that the browser names for the language', () => {
    expect(localeOf('en', ['de-CH', 'en-GB', 'en'])).toBe('en-GB');
    expect(localeOf('de', ['de-AT'])).toBe('de-AT');
  });

  test('has the first region of another language, where its own has none', () => {
    expect(localeOf('en', ['de-CH', 'en'])).toBe('en-CH');
  });

  test('is the language alone where no region is named, or nothing that is a language', () => {
    expect(localeOf('de', ['de', 'en'])).toBe('de');
    expect(localeOf('en', ['', 'x', 'C.UTF-8'])).toBe('en');
  });

  test('writes times as that region does', () => {
    const time = (wished: readonly string[]): string =>
      new Intl.DateTimeFormat(localeOf('en', wished), {
        hour: '2-digit',
        minute: '2-digit',
        timeZone: 'UTC',
      }).format(Date.UTC(2026, 0, 1, 15, 5));
    expect(time(['en-GB'])).toBe('15:05');
    expect(time(['de-DE', 'en'])).toBe('15:05');
    expect(time(['en-US'])).toMatch(/^03:05\sPM$/u);
  });
});
