import { describe, test } from 'vitest';
import { asId } from '../id.ts';
import type { Command } from '../messages.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  complete,
  defer,
  notReady,
  promise,
  ready,
  until,
  work,
} from '../testing/messages.ts';
import type { ChangeAccountBond, ChangeBond, SetBondWishes } from './bond-messages.ts';

const DAY_MS = 86_400_000;
const NAMES = ['ann', 'ben', 'cleo', 'dan'];
const customerId = asId<'customer'>('acme');

const start = [promise(), ...NAMES.map((name) => agent(name))];
const allReady = NAMES.map((name) => ready(name));
const scoped = (
  scope: Partial<Pick<ChangeBond, 'topic' | 'channel' | 'untilAt'>>,
  owner?: string,
): ChangeBond => ({
  ...bond('acme', owner === undefined ? {} : { owner }),
  ...scope,
});
const ofAccount = (owner: string): ChangeAccountBond => ({
  type: 'change-account-bond',
  accountId: asId('works'),
  ownerId: asId(owner),
  deputyIds: [],
});
const placed: Command = { type: 'place-customer', customerId, accountId: asId('works') };
const wishes = (terms: Partial<SetBondWishes>): SetBondWishes => ({
  type: 'set-bond-wishes',
  customerId,
  isNewPreferred: false,
  refusals: [],
  ...terms,
});
const call = work('call', { customer: 'acme' });

describe('who is asked first', () => {
  test('the person’s bond for the topic, the person’s, the account’s', () => {
    const story = [
      ...start,
      bond('acme', { owner: 'cleo' }),
      scoped({ topic: 'invoice' }, 'ben'),
      ofAccount('dan'),
      placed,
    ];
    given(...story, ...allReady)
      .when({ ...call, topic: 'invoice' })
      .thenOffers('call to ben: topic-owner');
    given(...story, ...allReady)
      .when({ ...call, topic: 'outage' })
      .thenOffers('call to cleo: owner');
    given(...story, ...allReady, notReady('cleo'))
      .when(call)
      .thenOffers('call to dan: account-owner');
    given(...story, { type: 'place-customer', customerId }, ...allReady, notReady('cleo'))
      .when(call)
      .thenOffers('call to ann: best-suited');
  });

  test('the narrower of two scopes, until what was declared ends', () => {
    const story = [
      ...start,
      scoped({ channel: 'phone' }, 'dan'),
      scoped({ topic: 'invoice', channel: 'phone' }, 'cleo'),
      scoped({ topic: 'invoice' }, 'ben'),
      ...allReady,
    ];
    const invoice = { ...call, topic: 'invoice' };
    given(...story)
      .when(invoice)
      .thenOffers('call to cleo: topic-owner');
    given(...story, scoped({ topic: 'invoice', channel: 'phone' }))
      .when(invoice)
      .thenOffers('call to ben: topic-owner');
    given(...story)
      .when(call)
      .thenOffers('call to dan: topic-owner');
  });

  test('whoever has it for a while, and then again whoever has it for good', () => {
    const story = [
      ...start,
      bond('acme', { owner: 'ben' }),
      scoped({ untilAt: 60_000 }, 'cleo'),
      ...allReady,
    ];
    given(...story, until(59_999))
      .when(call)
      .thenOffers('call to cleo: owner');
    given(...story, until(60_000))
      .when(call)
      .thenOffers('call to ben: owner');
  });

  test('whoever has earned it, until so little is left that he counts as unknown', () => {
    const served = [
      ready('cleo'),
      work('first', { customer: 'acme' }),
      accept('first', 'cleo'),
      complete('first', 'cleo'),
    ];
    given(...start, ...served, ...allReady, until(360 * DAY_MS))
      .when(call)
      .thenOffers('call to cleo: earned');
    given(...start, ...served, ...allReady, until(366 * DAY_MS))
      .when(call)
      .thenOffers('call to ann: best-suited');
  });
});

describe('wishes', () => {
  const refused = wishes({ refusals: [{ agentId: asId('ben'), by: 'customer' }] });

  test('whoever is refused is not asked, were he the only one', () => {
    const story = [...start, bond('acme', { owner: 'ben' }), refused];
    given(...story, ready('ben'))
      .when(call)
      .thenOffers();
    given(...story, ...allReady)
      .when(call)
      .thenOffers('call to ann: best-suited');
  });

  test('what waits goes to him at once when he is refused no more', () => {
    given(...start, refused, ready('ben'), call)
      .when(wishes({}))
      .thenOffers('call to ben: best-suited');
  });

  test('of those who are free, whoever knows a customer who wants somebody new comes last', () => {
    const story = [...start, bond('acme', { owner: 'ann' }), wishes({ isNewPreferred: true })];
    given(...story, ready('ann'), ready('ben'))
      .when(call)
      .thenOffers('call to ben: best-suited');
    given(...story, ready('ann'))
      .when(call)
      .thenOffers('call to ann: best-suited');
  });
});

describe('two records of one person', () => {
  const other = asId<'customer'>('acme-again');
  const merge: Command = { type: 'merge-customers', customerId, mergedId: other };
  const split: Command = { type: 'split-customers', customerId, mergedId: other };
  const story = [...start, bond('acme-again', { owner: 'cleo' }), ...allReady, merge];

  test('have the bonds of both, and refusals too', () => {
    given(...story)
      .when(call)
      .thenOffers('call to cleo: owner');
    given(...story, wishes({ refusals: [{ agentId: asId('cleo'), by: 'agent' }] }))
      .when(work('call', { customer: 'acme-again' }))
      .thenOffers('call to ann: best-suited');
  });

  test('have their own again when they are two after all', () => {
    given(...story, split)
      .when(call)
      .thenOffers('call to ann: best-suited');
    given(...story, split)
      .when(work('call', { customer: 'acme-again' }))
      .thenOffers('call to cleo: owner');
    given(...story, split)
      .when(split)
      .then({ code: 'merge-unknown', customerId, mergedId: other });
  });

  test('are not merged twice, nor into themselves, nor in a circle', () => {
    const refusal = { code: 'merge-not-possible' } as const;
    given(...story)
      .when(merge)
      .then({ ...refusal, customerId, mergedId: other });
    given(...story)
      .when({ type: 'merge-customers', customerId: other, mergedId: customerId })
      .then({ ...refusal, customerId: other, mergedId: customerId });
    given(...start)
      .when({ type: 'merge-customers', customerId, mergedId: customerId })
      .then({ ...refusal, customerId, mergedId: customerId });
  });

  test('of several that may be taken again, what has waited longest goes first, whatever its number', () => {
    const refused = wishes({ refusals: [{ agentId: asId('ann'), by: 'customer' }] });
    const story = [
      ...start,
      ready('ben'),
      call,
      accept('call', 'ben'),
      defer('call', 'ben', 300_000),
      notReady('ben'),
      refused,
      ready('ann'),
      until(60_000),
      work('older', { customer: 'acme' }),
      until(600_000),
    ];
    given(...story)
      .when(wishes({}))
      .thenOffers('older to ann: best-suited');
  });
});
