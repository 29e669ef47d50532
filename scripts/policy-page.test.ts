import { readFileSync } from 'node:fs';
import { POLICY, type ReservationPolicy } from '@rapport/core';
import { expect, test } from 'vitest';

const read = (page: string) => readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
const inWords = (ms: number) => (ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1_000} s`);
const RESERVATION = POLICY.reservation as ReservationPolicy;

/** By page and by the number's name in its table; the rows that are not here are no part of the policy. */
const PAGES = [
  {
    page: 'docs/decisions/0006-routing-in-its-first-form.md',
    // The others have their own pages.
    count: Object.keys(POLICY).length - 22,
    values: {
      β: `${POLICY.bondBonus}`,
      'cap between classes': `${POLICY.urgencyCap}`,
      'ringing, live channels': inWords(POLICY.ringMsSynchronous),
      'ringing, other channels': inWords(POLICY.ringMsAsynchronous),
      'not again to whoever did not take it': inWords(POLICY.exclusionMs),
      'near its promise': `${POLICY.approachingShare}`,
      'alert goes on, live channels': inWords(POLICY.escalationMsSynchronous),
      'alert goes on, other channels': inWords(POLICY.escalationMsAsynchronous),
      'an item lasts, live channels': inWords(POLICY.handleMsSynchronous),
      'an item lasts, other channels': inWords(POLICY.handleMsAsynchronous),
    },
  },
  {
    page: 'docs/decisions/0021-rosters-and-absences.md',
    count: 5,
    values: {
      'before a break or the end of a shift': inWords(POLICY.windDownMs),
      'state comes back within': inWords(POLICY.absenceUndoMs),
      'wrap-up, live channels': inWords(POLICY.wrapUpMsSynchronous),
      'wrap-up, other channels': inWords(POLICY.wrapUpMsAsynchronous),
      extensions: `${POLICY.wrapUpExtensionsMax}`,
    },
  },
  {
    page: 'docs/decisions/0022-reservations.md',
    count: Object.keys(RESERVATION).length,
    values: {
      'longest, chat': inWords(RESERVATION.chatMsMax),
      'longest, other live channels': inWords(RESERVATION.liveMsMax),
      'least chance there, unless somebody wraps up': `${RESERVATION.liveChanceMin}`,
      'longest otherwise': `1/${1 / RESERVATION.shareOfPromise}`,
      'live reservations of one need in a day': inWords(RESERVATION.liveMsPerDay),
      'known, live': `${RESERVATION.knownLiveS} s`,
      'known, otherwise': `${RESERVATION.knownOtherwiseS} s`,
      'waiting, where the customer is not there': `${RESERVATION.waitOtherwiseS}`,
      'a customer gives up': `${RESERVATION.abandonedS} s`,
      'patience, until it is known': inWords(RESERVATION.patienceMs),
      'an idle colleague': `${RESERVATION.idleS} s`,
      'rare from': `${RESERVATION.busyFromRatio}`,
      'nothing beyond': `${RESERVATION.fullFromRatio}`,
      samples: `${RESERVATION.samplesMin}`,
    },
  },
  {
    page: 'docs/decisions/0023-the-customer-chooses.md',
    count: 2,
    values: {
      'kept, live channels': inWords(POLICY.choiceMsSynchronous),
      'kept, other channels': inWords(POLICY.choiceMsAsynchronous),
    },
  },
  {
    page: 'docs/decisions/0024-the-other-rules-of-offering.md',
    count: 5,
    values: {
      'asked first in one wait': `${POLICY.knownRingsMax}`,
      'no site from': `${POLICY.siteShare}`,
      'a level less from': `${POLICY.levelShare}`,
      'one less again after': `${POLICY.levelStepShare}`,
      'no ability from': `${POLICY.skillShare}`,
    },
  },
  {
    page: 'docs/decisions/0025-what-pauses-and-what-stands-together.md',
    count: 1,
    values: {
      'silence begins': inWords(POLICY.silenceMs),
    },
  },
  {
    page: 'docs/decisions/0029-transfers-and-what-else-was-missing.md',
    count: 3,
    values: {
      'customers with a credit': `${POLICY.creditsMax}`,
      'after a transfer, live': inWords(POLICY.transferMsSynchronous),
      'after a transfer, at most': inWords(POLICY.transferMsAsynchronous),
    },
  },
  {
    page: 'docs/decisions/0033-outages.md',
    count: 3,
    values: {
      'within, and over after': inWords(POLICY.outageWindowMs),
      'different agents': `${POLICY.outageAgents}`,
      'of those on duty': `${POLICY.outageShare}`,
    },
  },
];

// What fails here is mended in the page, where the reason of the number stands beside it.
test.each(PAGES)(
  '$page says numbers of packages/core/routing/policy.ts',
  ({ page, values, count }) => {
    const cells = read(page)
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const rows = new Map(cells.map(([, name = '', value]) => [name, value]));
    const said = Object.keys(values).map((name) => [name, rows.get(name)]);
    expect(Object.fromEntries(said)).toEqual(values);
    expect(Object.keys(values)).toHaveLength(count);
  },
);

test('the score is written down as it is', () => {
  expect(read('docs/decisions/0006-routing-in-its-first-form.md')).toContain(
    `/ promised time, ${POLICY.urgencyCap})`,
  );
});
