import { describe, expect, test } from 'vitest';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { type Desk, present } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import { asId } from '../id.ts';
import { given } from '../testing/given.ts';
import {
  absent,
  agent,
  bond,
  notReady,
  onDuty,
  promise,
  retire,
  signedOut,
  until,
  work,
} from '../testing/messages.ts';
import { type BondCount, heirsOf, leaversWithBonds } from './rehome.ts';
import type { RehomeBonds, RestoreBonds } from './rehome-messages.ts';

const DAY = 86_400_000;
const customerId = asId<'customer'>('acme');
const [ted, ann] = [asId<'agent'>('ted'), asId<'agent'>('ann')];

const rehome = (name: string, to?: string): RehomeBonds => ({
  type: 'rehome-bonds',
  agentId: asId(name),
  ...(to !== undefined && { toAgentId: asId<'agent'>(to) }),
});
const restore = (name: string): RestoreBonds => ({ type: 'restore-bonds', agentId: asId(name) });
const centre = [promise(), agent('ted'), agent('ann'), agent('ben'), agent('cleo')];
const owned = [...centre, bond('acme', { owner: 'ted', deputies: ['ann', 'ben'] })];
const bondsIn = (desk: Desk) =>
  [...snapshotDesk(desk)].filter(({ kind }) => kind === 'bond' || kind === 'account');

describe('the bonds of somebody who leaves', () => {
  test('go to the first deputy who is still there as he is retired', () => {
    given(...owned, retire('ann'))
      .when(retire('ted'))
      .then([
        { type: 'agent-retired', v: 1, agentId: ted },
        {
          type: 'bonds-rehomed',
          v: 1,
          agentId: ted,
          moved: [{ customerId, deputyIds: ['ann', 'ben'], newOwnerId: 'ben' }],
        },
        { type: 'bond-changed', v: 1, customerId, ownerId: 'ben', deputyIds: ['ann'] },
      ] as never);
  });

  test('go to his successor where they have no deputy', () => {
    const alone = [...centre, bond('acme', { owner: 'ted' }), onDuty('dan')];
    given(...alone, { ...retire('ted'), successorId: asId<'agent'>('dan') })
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to dan: owner');
  });

  test('stay where nobody can have them, until somebody is named, and none is forgotten', () => {
    const left = [
      ...centre,
      bond('acme', { owner: 'ted' }),
      bond('bolt', { owner: 'ted' }),
      retire('ted'),
    ];
    given(...left)
      .when(rehome('ted'))
      .then({ code: 'bonds-orphaned', agentId: ted, orphanedCount: 2 });
    const { desk } = given(...left).when(rehome('ted', 'cleo'));
    expect(bondsIn(desk)).toMatchObject([
      { customerId: 'acme', ownerId: 'cleo' },
      { customerId: 'bolt', ownerId: 'cleo' },
    ]);
  });

  test('of topics and of accounts go with them, and what holds for a while beside one goes on', () => {
    const scoped = { type: 'change-bond', customerId, ownerId: ted, deputyIds: [ann] } as const;
    const story = [
      ...owned,
      { ...scoped, topic: 'billing' },
      { ...scoped, topic: 'billing', untilAt: DAY, ownerId: asId<'agent'>('cleo') },
      {
        type: 'change-account-bond',
        accountId: asId<'account'>('inc'),
        ownerId: ted,
        deputyIds: [],
      },
    ] as const;
    const { desk } = given(...story).when(rehome('ted', 'ben'));
    expect(bondsIn(desk)).toMatchObject([
      { kind: 'account', declarations: [{ ownerId: 'ben' }] },
      {
        ownerId: 'ann',
        declarations: [
          { topic: 'billing', ownerId: 'ann', deputyIds: [] },
          { topic: 'billing', untilAt: DAY, ownerId: 'cleo', deputyIds: ['ann'] },
        ],
      },
    ]);
  });

  test('cannot be given to himself or to nobody that there is', () => {
    given(...owned)
      .when(rehome('ted', 'ted'))
      .then({ code: 'field-invalid', field: 'toAgentId', expected: 'somebody else' });
    given(...owned)
      .when(rehome('ted', 'zoe'))
      .then({ code: 'agent-unknown', agentId: asId('zoe') });
    given(...owned)
      .when(rehome('zoe', 'ted'))
      .then({ code: 'agent-unknown', agentId: asId('zoe') });
  });
});

describe('who would have them', () => {
  const of = (map: ReadonlyMap<AgentRecord | undefined, BondCount>) =>
    [...map].map(([each, count]) => [each?.id, count.customerCount, count.accountCount]);
  const alone = [bond('bolt', { owner: 'ted' }), bond('cork', { owner: 'ted' })];
  const scoped = { type: 'change-bond', customerId, ownerId: ted, deputyIds: [ann] } as const;
  const account = {
    type: 'change-account-bond',
    accountId: asId<'account'>('inc'),
    ownerId: ted,
    deputyIds: [],
  } as const;
  const story = [...owned, { ...scoped, topic: 'billing' }, ...alone, account];

  test('is told before anybody has them, each customer and account once, those with nobody too', () => {
    const { desk } = given(...story).when(retire('ben'));
    const agent = present(desk.agents.get(ted));
    expect(of(heirsOf(desk, { agent, at: 0 }))).toEqual([
      ['ann', 1, 0],
      [undefined, 2, 1],
    ]);
    const heir = desk.agents.get(asId<'agent'>('cleo'));
    expect(of(heirsOf(desk, { agent, heir, at: 0 }))).toEqual([
      ['ann', 1, 0],
      ['cleo', 2, 1],
    ]);
  });

  test('is nobody for what a leaver has left behind, until it is given on', () => {
    const { desk: before } = given(...story).when(notReady('ann'));
    expect(of(leaversWithBonds(before, 0))).toEqual([]);
    const { desk } = given(...story).when(retire('ted'));
    expect(of(leaversWithBonds(desk, 0))).toEqual([['ted', 2, 1]]);
    const { desk: after } = given(...story, retire('ted')).when(rehome('ted', 'cleo'));
    expect(of(leaversWithBonds(after, 0))).toEqual([]);
  });
});

describe('taking it back', () => {
  test('gives him each of them again as it was', () => {
    const before = bondsIn(given(...owned).when(notReady('ben')).desk);
    const { desk } = given(...owned, rehome('ted')).when(restore('ted'));
    expect(bondsIn(desk)).toEqual(before);
  });

  test('leaves what somebody has changed since', () => {
    const changed = bond('acme', { owner: 'cleo' });
    const { events, desk } = given(...owned, rehome('ted'), changed).when(restore('ted'));
    expect(events).toEqual([{ type: 'bonds-restored', v: 1, agentId: ted }]);
    expect(bondsIn(desk)).toMatchObject([{ ownerId: 'cleo' }]);
  });

  test('is possible once, and for a week', () => {
    const nothing = { code: 'nothing-rehomed', agentId: ted } as const;
    given(...owned)
      .when(restore('ted'))
      .then(nothing);
    given(...owned, rehome('ted'), restore('ted'))
      .when(restore('ted'))
      .then(nothing);
    given(...owned, rehome('ted'), until(7 * DAY + 1))
      .when(restore('ted'))
      .then(nothing);
  });
});

describe('a long absence', () => {
  const away = [...owned, onDuty('dan'), absent('ted', 5 * DAY, 'dan')];

  test('lets the dated deputy be asked in place of the owner, whose bond it stays', () => {
    given(...away, until(4 * DAY))
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to dan: deputy');
    const { desk } = given(...away).when(until(4 * DAY));
    expect(bondsIn(desk)).toMatchObject([{ ownerId: 'ted', deputyIds: ['ann', 'ben'] }]);
  });

  test('ends by itself at its moment, and with it that somebody covers', () => {
    given(...away, until(5 * DAY), signedOut('ted'))
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to dan: best-suited');
  });
});
