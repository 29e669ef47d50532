import { expect, test } from 'vitest';
import { whenceOf } from './own-origin.ts';

const host = '127.0.0.1:7300';

test.each([
  ['our own page', { host, origin: 'http://127.0.0.1:7300' }, 'own'],
  [
    'a page behind a proxy that keeps the host',
    { host: 'desk.org', origin: 'https://desk.org' },
    'own',
  ],
  ['a browser that says so', { host, 'sec-fetch-site': 'same-origin' }, 'own'],
  ['another port', { host, origin: 'http://127.0.0.1:7301' }, 'foreign'],
  ['another site', { host, origin: 'https://elsewhere.example' }, 'foreign'],
  ['a name that begins with ours', { host, origin: 'http://127.0.0.1:7300.example' }, 'foreign'],
  ['a frame without an origin', { host, origin: 'null' }, 'foreign'],
  ['a neighbour', { host, 'sec-fetch-site': 'same-site' }, 'foreign'],
  [
    'a browser that says something else than its origin',
    { host, origin: 'http://127.0.0.1:7300', 'sec-fetch-site': 'cross-site' },
    'foreign',
  ],
  ['a program', { host }, 'unknown'],
])('%s', (_whence, headers, expected) => {
  expect(whenceOf(headers, undefined)).toBe(expected);
});

test.each([
  ['https://desk.org', 'own'],
  ['https://desk.org:8443', 'foreign'],
  ['http://desk.org', 'foreign'],
  ['http://127.0.0.1:7300', 'foreign'],
])('with a public address, %s is %s', (origin, expected) => {
  expect(whenceOf({ host, origin }, 'https://desk.org')).toBe(expected);
});
