import { expect, test } from 'vitest';
import { settingsPage } from './settings-page.ts';

test('the page of settings shows variable, property, default and what is expected', () => {
  const port = { name: 'A_PORT', key: 'port', summary: 'Where.', expected: 'a number' };
  const page = settingsPage(
    [
      { ...port, defaultText: '7300' },
      { ...port, name: 'A_URL', key: 'url', defaultText: undefined },
    ],
    'A_FILE',
  );
  expect(page).toContain('| `A_PORT` | `port` | `7300` | Where. Expected: a number. |');
  expect(page).toContain('| `A_URL` | `url` | none |');
  expect(page).toContain('the environment variable `A_FILE` says');
  expect(page).toContain('{ "port": 7300 }');
});
