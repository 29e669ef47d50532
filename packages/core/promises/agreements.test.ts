import { describe, expect, test } from 'vitest';
import { commandOf } from '../evolution/command-of.ts';
import { explainWork } from '../explanation/explain-work.ts';
import { asId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import { given, type Step } from '../testing/given.ts';
import { calendar, promise, until, work } from '../testing/messages.ts';
import type { ReceiveWork } from '../work/work-messages.ts';
import type { AgreementTerm, DefineAgreement, ServiceFacts } from './agreement-messages.ts';

const SOON = { targetMs: 60_000, shareRatio: 0.8 };

function agreement(
  terms: readonly Partial<AgreementTerm>[],
  more: Partial<DefineAgreement> & { readonly id?: string } = {},
): DefineAgreement {
  const { id = 'gold', ...changed } = more;
  return {
    type: 'define-agreement',
    agreementId: asId(id),
    serves: {},
    agreedBy: 'planner',
    terms: terms.map((term) => ({ ...SOON, ...term })),
    ...changed,
  };
}

function arrival(service: ServiceFacts, more: Partial<ReceiveWork> = {}): ReceiveWork {
  return { ...work('item', { channel: 'email' }), service, ...more };
}

function withoutPromise(command: ReceiveWork): ReceiveWork {
  const fields = Object.entries(command).filter(([field]) => field !== 'promiseId');
  return Object.fromEntries(fields) as unknown as ReceiveWork;
}

/** The promise that an item came in under. */
function promiseOf(item: ReceiveWork, ...story: readonly (Step | readonly Step[])[]) {
  const { events } = given(promise(), ...story).when(item);
  return events.flatMap((event) => (event.type === 'work-received' ? [event.promiseId] : []))[0];
}

describe('the promise of an item', () => {
  test('is the one of the narrowest term that fits', () => {
    const terms = agreement([
      {},
      { channel: 'asynchronous' },
      { channel: 'email' },
      { minPriority: 1 },
      { minPriority: 2 },
      { tier: 'gold' },
      { caseType: 'outage' },
    ]);
    const found = (service: ServiceFacts, more?: Partial<ReceiveWork>) =>
      promiseOf(arrival(service, more), terms);
    expect(found({}, { channel: 'phone' })).toBe('gold@1/1');
    expect(found({}, { channel: 'sms' })).toBe('gold@1/2');
    expect(found({})).toBe('gold@1/3');
    expect(found({}, { priority: 1.5 })).toBe('gold@1/4');
    expect(found({}, { priority: 3 })).toBe('gold@1/5');
    expect(found({ tier: 'gold' }, { priority: 3 })).toBe('gold@1/6');
    expect(found({ tier: 'gold', caseType: 'outage' })).toBe('gold@1/7');
  });

  test('is the account’s before the division’s before everybody’s, and else the one that was named', () => {
    const story = [
      agreement([{}], { id: 'all' }),
      agreement([{}], { id: 'care', serves: { divisionId: 'care' } }),
      agreement([{ channel: 'phone' }], { id: 'acme', serves: { accountId: 'acme' } }),
    ];
    const service = { accountId: 'acme', divisionId: 'care' };
    expect(promiseOf(arrival(service, { channel: 'phone' }), story)).toBe('acme@1/1');
    expect(promiseOf(arrival(service), story)).toBe('care@1/1');
    expect(promiseOf(arrival({ accountId: 'acme' }), story)).toBe('all@1/1');
    expect(promiseOf(arrival({}), story.slice(1))).toBe('standard');
    expect(promiseOf(work('item'), story)).toBe('standard');
  });

  test('is that of the version in force when the item came in, and stays it', () => {
    const story = [
      agreement([{}]),
      agreement([{ targetMs: 1_000 }], { holdsFromAt: 500 }),
      agreement([{ targetMs: 2_000 }], { holdsFromAt: 100 }),
    ];
    expect(promiseOf(arrival({}), story)).toBe('gold@1/1');
    expect(promiseOf(arrival({}), story, until(100))).toBe('gold@3/1');
    expect(promiseOf(arrival({}), story, until(500))).toBe('gold@2/1');
    const { desk } = given(promise(), story, arrival({}), until(500)).when(work('later'));
    expect(desk.work.get(asId('item'))?.class.promise.targetMs).toBe(60_000);
  });

  test('is missing where nothing makes one', () => {
    given(agreement([{ channel: 'phone' }]))
      .when(withoutPromise(arrival({})))
      .then({ code: 'promise-missing' });
  });

  test('is told by the journal alone, which gives back what was asked', () => {
    const command = arrival({ tier: 'gold' });
    const { events } = given(promise(), agreement([{}])).when(command);
    expect(commandOf(events)).toEqual(command);
    const unnamed = withoutPromise(command);
    expect(commandOf(given(agreement([{}])).when(unnamed).events)).toEqual(unnamed);
    const history = events.map((event: DeskEvent) => ({ at: 0, event }));
    const agreed = { agreementId: 'gold', version: 1 };
    expect(explainWork(asId('item'), history, 0)?.agreed).toEqual(agreed);
  });
});

describe('define-agreement', () => {
  test.each([
    ['terms', agreement([])],
    ['terms[1]', agreement([{ tier: 'gold' }, { tier: 'gold', targetMs: 1 }])],
    ['terms[0].targetMs', agreement([{ targetMs: 0 }])],
    ['terms[0].minPriority', agreement([{ minPriority: 11 }])],
    ['serves', agreement([{}], { serves: { accountId: 'a', divisionId: 'b' } })],
    ['holdsFromAt', agreement([{}], { holdsFromAt: 9 })],
  ])('refuses what makes no sense, and names %s', (field, command) => {
    const { refusal } = given(until(10)).when(command);
    expect(refusal).toMatchObject({ code: 'field-invalid', field });
  });

  test('refuses a second agreement with the same, and other terms for what is agreed', () => {
    const story = [calendar('office', [0, 1]), agreement([{ calendarId: asId('office') }])];
    expect(given(story).when(agreement([{}], { id: 'other' })).refusal).toEqual({
      code: 'agreement-overlaps',
      agreementId: 'gold',
    });
    expect(given(story).when(promise({ id: 'gold@1/1' })).refusal).toMatchObject({
      code: 'promise-agreed',
    });
    const moved = agreement([{}], { serves: { divisionId: 'care' } });
    expect(given(story).when(moved).refusal).toMatchObject({ field: 'serves' });
  });
});
