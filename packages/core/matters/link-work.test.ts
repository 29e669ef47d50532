import { describe, expect, test } from 'vitest';
import { restoreDesk } from '../evolution/restore-desk.ts';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { asId } from '../id.ts';
import { given, type Step } from '../testing/given.ts';
import {
  abandon,
  accept,
  bond,
  complete,
  link,
  onDuty,
  promise,
  ready,
  transfer,
  unlink,
  work,
} from '../testing/messages.ts';

const matterId = asId<'matter'>('roof');
const ofLeila = { customer: 'leila', channel: 'email' } as const;
/** Leila has written twice, and nobody is there. */
const two: readonly Step[] = [promise(), work('letter', ofLeila), work('note', ofLeila)];

describe('link-work', () => {
  test('makes two items of one person one matter', () => {
    const { desk, events } = given(two).when(link('note', 'letter'));
    const [workId, toWorkId] = [asId<'work'>('note'), asId<'work'>('letter')];
    expect(events).toEqual([
      { type: 'work-linked', v: 1, workId, toWorkId, matterId },
      { type: 'work-linked', v: 1, workId: toWorkId, toWorkId: workId, matterId },
    ]);
    const items = [...(desk.matters.get(matterId)?.items ?? [])].map(({ id }) => id);
    expect(items).toEqual(['note', 'letter']);
  });

  test('joins the matter that the other belongs to, whatever it would have been called', () => {
    const third = work('third', ofLeila);
    const { desk } = given(two, link('note', 'letter'), third).when(link('third', 'note', 'rent'));
    expect([...desk.matters.keys()]).toEqual([matterId]);
    expect(desk.matters.get(matterId)?.items.size).toBe(3);
  });

  test('says so of what comes in, too', () => {
    const story = [promise(), work('letter', { ...ofLeila, matter: 'roof' })];
    const { desk } = given(story).when(work('note', { ...ofLeila, matter: 'roof' }));
    expect(desk.matters.get(matterId)?.items.size).toBe(2);
  });

  test('is refused for items of different people, or of whom nobody knows', () => {
    const foreign = { code: 'matter-of-another', matterId } as const;
    const others = [work('other', { customer: 'omar' }), work('unknown')];
    given(two, others).when(link('other', 'letter')).then(foreign);
    given(two, others).when(link('unknown', 'letter')).then(foreign);
    given(two, others, link('note', 'letter'))
      .when(work('late', { customer: 'omar', matter: 'roof' }))
      .then(foreign);
  });

  test('lets a surge join its parent while an emergency stands', () => {
    const declared = {
      type: 'declare-emergency',
      reason: 'outage',
      declaredBy: 'person_vera',
      untilAt: 100_000,
    } as const;
    const story = [...two, ...onDuty('ann'), work('other', { customer: 'omar' }), declared];
    const { desk } = given(story).when(link('other', 'letter'));
    expect(desk.matters.get(matterId)).toMatchObject({ isShared: true, handler: undefined });
    given(story, link('other', 'letter'), { type: 'end-emergency' })
      .when(link('note', 'letter'))
      .then({ code: 'matter-of-another', matterId });
  });

  test('is refused for an item and itself, one that is not open, and what has company already', () => {
    given(two)
      .when(link('note', 'note'))
      .then({ code: 'field-invalid', field: 'toWorkId', expected: 'another item' });
    given(two)
      .when(link('note', 'gone'))
      .then({ code: 'work-unknown', workId: asId('gone') });
    const rest = [work('third', ofLeila), work('fourth', ofLeila)];
    const linked = [...two, ...rest, link('note', 'letter'), link('fourth', 'third', 'rent')];
    const already = {
      code: 'work-linked-already',
      workId: asId<'work'>('note'),
      matterId,
    } as const;
    given(linked).when(link('note', 'letter')).then(already);
    given(linked).when(link('note', 'third')).then(already);
  });

  test('is undone; the matter is forgotten with its last open item', () => {
    const linked = [...two, link('note', 'letter')];
    expect(
      given(linked)
        .when(unlink('note'))
        .events.map(({ type }) => type),
    ).toEqual(['work-unlinked']);
    const { desk } = given(linked, unlink('note')).when(abandon('letter'));
    expect(desk.matters.size).toBe(0);
    given(two)
      .when(unlink('note'))
      .then({ code: 'work-not-linked', workId: asId('note') });
  });
});

describe('what belongs together of two records of one person', () => {
  const merged = {
    customerId: asId<'customer'>('leila'),
    mergedId: asId<'customer'>('lila'),
  } as const;
  const story: readonly Step[] = [
    promise(),
    ...onDuty('ann'),
    work('call', { customer: 'leila' }),
    work('letter', { customer: 'lila', channel: 'email' }),
    { type: 'merge-customers', ...merged },
    link('letter', 'call'),
  ];
  const split: Step = { type: 'split-customers', ...merged };

  test('is parted when the merge is undone, and waits again', () => {
    const parted = given(story, accept('call', 'ann')).when(split);
    const types = parted.events.map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['customers-split', 'work-unlinked', 'pause-ended']);
    expect(parted.desk.work.get(asId('letter'))).toMatchObject({ matter: undefined });
    expect(parted.desk.work.get(asId('letter'))?.status).not.toBe('deferred');
    const { desk } = given(story, split).when(accept('call', 'ann'));
    expect(desk.matters.get(matterId)?.items.size).toBe(1);
  });
});

describe('whoever handles a matter', () => {
  const talking = [promise(), ...onDuty('ann'), ...onDuty('ted'), bond('leila', { owner: 'ted' })];
  /** Ann has answered the call, because Ted was busy with another. */
  const called: readonly Step[] = [
    ...talking,
    work('busy', { customer: 'leila' }),
    accept('busy', 'ted'),
    work('call', { customer: 'leila', matter: 'roof' }),
    accept('call', 'ann'),
  ];

  test('comes before those who have a bond, also after the conversation', () => {
    const free = [...called, complete('busy', 'ted')];
    const rest = [work('rest', { customer: 'leila', matter: 'roof', channel: 'email' })];
    given(free, rest, complete('call', 'ann'), accept('rest', 'ann'))
      .when(work('again', { customer: 'leila', matter: 'roof', channel: 'chat' }))
      .thenOffers('again to ann: handler');
  });

  test('is whoever took up one of its items last', () => {
    const handed = [...called, complete('busy', 'ted'), transfer('call', 'ann', { to: 'ted' })];
    const { desk } = given(handed).when(accept('call', 'ted'));
    expect(desk.matters.get(matterId)?.handler?.id).toBe('ted');
  });

  test('is kept with the desk', () => {
    const { desk } = given(called).when(ready('ann'));
    const records = snapshotOf(desk);
    expect(records.filter(({ kind }) => kind === 'matter')).toEqual([
      { kind: 'matter', id: 'roof', handlerId: 'ann' },
    ]);
    expect(snapshotOf(restoreDesk(records))).toEqual(records);
  });
});

function snapshotOf(desk: Parameters<typeof snapshotDesk>[0]) {
  return [...snapshotDesk(desk)];
}
