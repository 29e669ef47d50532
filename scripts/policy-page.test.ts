import { readFileSync } from 'node:fs';
import { POLICY } from '@rapport/core';
import { expect, test } from 'vitest';

const PAGE = 'docs/decisions/0006-routing-in-its-first-form.md';
const page = readFileSync(new URL(`../${PAGE}`, import.meta.url), 'utf8');

const inWords = (ms: number) => (ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1_000} s`);

/** By the number's name in the page's table; the rows that are not here are no part of the policy. */
const VALUES: Readonly<Record<string, string>> = {
  β: `${POLICY.bondBonus}`,
  'cap between classes': `${POLICY.urgencyCap}`,
  'ringing, live channels': inWords(POLICY.ringMsSynchronous),
  'ringing, other channels': inWords(POLICY.ringMsAsynchronous),
  'not again to whoever did not take it': inWords(POLICY.exclusionMs),
};

// What fails here is mended in the page, where the reason of the number stands beside it.
test(`${PAGE} says the numbers of packages/core/routing/policy.ts`, () => {
  const cells = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const rows = new Map(cells.map(([, name = '', value]) => [name, value]));
  const said = Object.keys(VALUES).map((name) => [name, rows.get(name)]);
  expect(Object.fromEntries(said)).toEqual(VALUES);
  expect(Object.keys(VALUES)).toHaveLength(Object.keys(POLICY).length);
  expect(page).toContain(`/ promised time, ${POLICY.urgencyCap})`);
});
