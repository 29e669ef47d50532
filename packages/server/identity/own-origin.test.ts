import { expect, test } from 'vitest';
import { whenceOf } from './own-origin.ts';

const host = '127.0.0.1:7300';

test.each([
  ['our own page', { host, origin: 'http://127.0.0.1:7300' }, 'own'],
  ['a page of the same host under another scheme', { host, origin: `https://${host}` }, 'foreign'],
  [
    'a browser behind a proxy that nobody has named',
    { host: 'desk.org', origin: 'https://desk.org', 'sec-fetch-site': 'same-origin' },
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
  expect(whenceOf({ headers, protocol: 'http' }, undefined)).toBe(expected);
});

test.each([
  ['https://desk.org', 'own'],
  ['http://desk.org', 'foreign'],
])('behind a trusted proxy that was called over HTTPS, %s is %s', (origin, expected) => {
  const headers = { host: 'desk.org', origin };
  expect(whenceOf({ headers, protocol: 'https' }, undefined)).toBe(expected);
});

test.each([
  ['https://desk.org', 'own'],
  ['https://desk.org:8443', 'foreign'],
  ['http://desk.org', 'foreign'],
  ['http://127.0.0.1:7300', 'foreign'],
])('with a public address, %s is %s', (origin, expected) => {
  expect(whenceOf({ headers: { host, origin }, protocol: 'http' }, 'https://desk.org')).toBe(
    expected,
  );
});
