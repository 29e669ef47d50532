import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { given } from '../testing/given.ts';
import { agent, bond, calendar, promise, ready, until, work } from '../testing/messages.ts';

const promiseId = asId<'promise'>('standard');
const calendarId = asId<'calendar'>('office');

describe('define-promise', () => {
  test('defines a promise', () => {
    given()
      .when(promise({ targetMs: 20_000 }))
      .then([{ type: 'promise-defined', v: 1, promiseId, targetMs: 20_000, shareRatio: 0.8 }]);
  });

  test('defines one that counts in the hours of a calendar', () => {
    given(calendar('office', [0, 1_000]))
      .when(promise({ calendarId: 'office' }))
      .then([
        {
          type: 'promise-defined',
          v: 1,
          promiseId,
          targetMs: 60_000,
          shareRatio: 0.8,
          calendarId,
        },
      ]);
  });

  test.each([
    ['targetMs', { ...promise(), targetMs: 0 }],
    ['targetMs', { ...promise(), targetMs: 0.5 }],
    ['shareRatio', { ...promise(), shareRatio: 0 }],
    ['shareRatio', { ...promise(), shareRatio: 1.01 }],
    ['shareRatio', { ...promise(), shareRatio: NaN }],
  ])('refuses terms that make no sense, and names the field: %s', (field, command) => {
    expect(given().when(command).refusal).toMatchObject({ code: 'field-invalid', field });
  });

  test('refuses a calendar that nobody defined', () => {
    given()
      .when(promise({ calendarId: 'office' }))
      .then({ code: 'calendar-unknown', calendarId });
  });

  test('items that wait follow new terms: they are as urgent as those say', () => {
    const story = [
      promise(),
      promise({ id: 'other' }),
      agent('ann'),
      work('older'),
      until(20_000),
      work('newer', { promise: 'other' }),
      until(40_000),
    ];
    given(...story)
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 0.667');
    given(...story, promise({ id: 'other', targetMs: 25_000 }))
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 0.8');
  });

  test('items that wait follow new terms: a bond is worth half of the new promised time', () => {
    const story = [
      promise(),
      agent('ann'),
      bond('acme', { owner: 'ann' }),
      work('older'),
      until(40_000),
      work('newer', { customer: 'acme' }),
      until(50_000),
    ];
    given(...story)
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 0.833');
    given(...story, promise({ targetMs: 100_000 }))
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 0.1, owner');
  });
});

describe('define-calendar', () => {
  test('defines hours', () => {
    const openIntervals = [{ fromAt: 0, untilAt: 1_000 }];
    given()
      .when(calendar('office', [0, 1_000]))
      .then([{ type: 'calendar-defined', v: 1, calendarId, openIntervals }]);
  });

  test('refuses intervals out of order', () => {
    const { refusal } = given().when(calendar('office', [500, 600], [0, 100]));
    expect(refusal).toMatchObject({ code: 'field-invalid', field: 'openIntervals[1]' });
  });

  const inOffice = [
    calendar('office', [0, 60_000], [120_000, 600_000]),
    promise({ calendarId: 'office' }),
    agent('ann'),
    until(30_000),
    work('call'),
  ];

  test.each([
    [45_000, '0.25'],
    [60_000, '0.5'],
    [119_999, '0.5'],
    [150_000, '1'],
  ])('urgency grows while it is open and stands still while it is closed: at %i', (at, ratio) => {
    given(...inOffice, until(at))
      .when(ready('ann'))
      .thenOffers(`call to ann: urgency ${ratio}`);
  });

  test('urgency stands still after the last closing', () => {
    given(...inOffice, until(9_000_000))
      .when(ready('ann'))
      .thenOffers('call to ann: urgency 8.5');
  });

  test('items that came while it was closed go in the order in which they came', () => {
    given(
      calendar('office', [100_000, 200_000]),
      promise({ calendarId: 'office' }),
      agent('ann'),
      until(1_000),
      work('z'),
      until(2_000),
      work('a'),
      until(150_000),
    )
      .when(ready('ann'))
      .thenOffers('z to ann: urgency 0.833');
  });

  test('items that wait follow new hours', () => {
    given(...inOffice, until(150_000), calendar('office', [0, 600_000]))
      .when(ready('ann'))
      .thenOffers('call to ann: urgency 2');
  });

  test('items that wait are put in order again by new hours', () => {
    const story = [
      calendar('office', [0, 600_000]),
      promise({ calendarId: 'office' }),
      agent('ann'),
      bond('acme', { owner: 'ann' }),
      work('older'),
      until(40_000),
      work('newer', { customer: 'acme' }),
      until(50_000),
    ];
    given(...story)
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 0.833');
    // With the first 20 s closed the older one has come only 20 s before, and a bond is worth 30 s.
    given(...story, calendar('office', [20_000, 600_000]))
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 0.167, owner');
  });
});
