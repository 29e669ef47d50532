import { describe, expect, test } from 'vitest';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  onDuty,
  promise,
  roster,
  until,
  work,
  queued,
} from '../testing/messages.ts';
import { asId } from '../id.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const email = (name: string, terms = {}) => work(name, { channel: 'email', ...terms });

describe('before his break and the end of his shift', () => {
  const ted = [promise(), onDuty('ted'), roster('ted', { breaks: [[HOUR, 2 * HOUR]] })];

  test('an agent is offered live work until one handle time before', () => {
    given(...ted, until(HOUR - 4 * MINUTE - 1))
      .when(work('call'))
      .thenOffers('call to ted: best-suited');
  });

  test('from then on nothing live, and what can wait still', () => {
    const near = given(...ted, until(HOUR - 4 * MINUTE), work('call'));
    near.when(email('letter')).thenOffers('letter to ted: best-suited');
  });

  test('what waits goes to him as soon as the break is over', () => {
    given(...ted, until(HOUR - MINUTE), work('call'))
      .when(until(2 * HOUR))
      .thenOffers('call to ted: urgency 61');
  });

  test('a call goes to a colleague, who is told why it is not his', () => {
    const { events } = given(
      promise(),
      onDuty('ted'),
      onDuty('ann'),
      bond('acme', { owner: 'ted' }),
      roster('ted', { duties: [[0, HOUR]] }),
      until(HOUR - MINUTE),
    ).when(work('call', { customer: 'acme' }));
    expect(events.at(-1)).toMatchObject({
      type: 'work-offered',
      agentId: 'ann',
      passedOver: [{ agentId: 'ted', standing: 'owner', obstacle: 'shift-ends', untilAt: HOUR }],
    });
  });

  test('whoever is still ready a while after his shift works on by his own will', () => {
    given(
      promise(),
      onDuty('ted'),
      roster('ted', { duties: [[0, HOUR]] }),
      until(HOUR + 4 * MINUTE),
    )
      .when(work('call'))
      .thenOffers('call to ted: best-suited');
  });

  test('a duty that begins as another ends is no end of a shift', () => {
    const duties = [
      [0, HOUR],
      [HOUR, 2 * HOUR],
    ] as const;
    given(promise(), onDuty('ted'), roster('ted', { duties }), until(HOUR - MINUTE))
      .when(work('call'))
      .thenOffers('call to ted: best-suited');
  });

  test('another roster counts at once', () => {
    given(...ted, until(HOUR - MINUTE), work('call'))
      .when(roster('ted', {}))
      .thenOffers('call to ted: urgency 0');
    const { events } = given(promise(), onDuty('ted'), until(HOUR - MINUTE)).when(
      roster('ted', { breaks: [[HOUR, 2 * HOUR]] }),
    );
    expect(events.at(-1)).toEqual({
      type: 'wind-down-began',
      v: 1,
      agentId: 'ted',
      reason: 'break',
      startsAt: HOUR,
      untilAt: 2 * HOUR,
    });
  });

  test('an offer that rings already is not taken from him', () => {
    const story = [
      ...ted,
      until(HOUR - 4 * MINUTE - 5_000),
      work('call'),
      until(HOUR - 4 * MINUTE),
    ];
    expect(given(...story).when(accept('call', 'ted')).refusal).toBeUndefined();
  });
});

test('who is signed out is back when his roster says so', () => {
  given(
    promise(),
    agent('ted'),
    bond('acme', { owner: 'ted' }),
    roster('ted', { duties: [[HOUR, 2 * HOUR]] }),
  )
    .when(work('call', { customer: 'acme' }))
    .then([
      {
        type: 'work-received',
        v: 1,
        workId: asId('call'),
        channel: 'phone',
        customerId: asId('acme'),
        requirements: [],
        promiseId: asId('standard'),
      },
      queued('call', {
        passedOver: [
          { agentId: asId('ted'), standing: 'owner', obstacle: 'signed-out', untilAt: HOUR },
        ],
      }),
    ]);
});

test('intervals that overlap are refused', () => {
  expect(
    given(agent('ted')).when(
      roster('ted', {
        duties: [
          [0, 2 * HOUR],
          [HOUR, 3 * HOUR],
        ],
      }),
    ).refusal,
  ).toMatchObject({ code: 'field-invalid', field: 'dutyIntervals[1]' });
});
