import { describe, test } from 'vitest';
import { given } from '../testing/given.ts';
import { accept, agent, bond, calendar, promise, ready, until, work } from '../testing/messages.ts';

const HOUR = 3_600_000;

/** Open for an hour, closed for a night of ten, and open again. */
const hours = [
  calendar('day', [0, HOUR], [11 * HOUR, 20 * HOUR]),
  promise({ calendarId: 'day', targetMs: HOUR }),
  promise({ id: 'quick', calendarId: 'day', targetMs: 60_000 }),
];
const opening = [until(11 * HOUR), ready('ann')];

describe('what came in after hours', () => {
  const night = [
    ...hours,
    agent('ann'),
    until(2 * HOUR),
    work('first', { channel: 'email' }),
    until(3 * HOUR),
    work('second', { channel: 'email', promise: 'quick' }),
    until(4 * HOUR),
    work('third', { channel: 'email' }),
  ];

  test('is in the order in which it truly came in at the opening, whatever is promised', () => {
    given(...night, until(11 * HOUR))
      .when(ready('ann'))
      .thenOffers('first to ann: urgency 0');
    given(...night, ...opening)
      .when(accept('first', 'ann'))
      .thenOffers('second to ann: urgency 0');
    given(...night, ...opening, accept('first', 'ann'))
      .when(accept('second', 'ann'))
      .thenOffers('third to ann: urgency 0');
  });

  test('comes after what has waited since before the evening', () => {
    const evening = [
      ...hours,
      agent('ann'),
      until(HOUR - 60_000),
      work('before', { channel: 'email' }),
    ];
    given(...evening, until(2 * HOUR), work('night', { channel: 'email' }), until(11 * HOUR))
      .when(ready('ann'))
      .thenOffers('before to ann: urgency 0.017');
  });

  test('goes to whoever knows its customer before an older one, as by day', () => {
    const known = [
      bond('acme', { owner: 'ann' }),
      work('hers', { channel: 'email', customer: 'acme' }),
    ];
    given(...night, ...known, until(11 * HOUR))
      .when(ready('ann'))
      .thenOffers('hers to ann: urgency 0, owner');
  });
});
