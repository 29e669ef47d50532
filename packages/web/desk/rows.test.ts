import type { Card, QueueItem } from '@rapport/protocol';
import { describe, expect, test } from 'vitest';
import { holdRows, keepPlace, pressing, rowsOf } from './rows.ts';

const NOW = 1_000_000;
const MINUTE = 60_000;

const item = (workId: string, fields: Partial<QueueItem> = {}): QueueItem => ({
  workId,
  channel: 'email',
  promiseId: 'mails',
  priority: 0,
  receivedAt: NOW - MINUTE,
  status: 'active',
  statusSince: NOW - MINUTE,
  ...fields,
});

const card = (workId: string, fields: Partial<Card> = {}): Card => ({
  workId,
  channel: 'email',
  unreadCount: 0,
  wholeMs: 10 * MINUTE,
  ...fields,
});

/** Each row's group and item, in their order. */
const shown = (items: readonly QueueItem[], cards: readonly Card[], now = NOW) =>
  rowsOf(items, cards, now).map(({ group, workId }) => `${group} ${workId}`);

describe('the rows of a desk', () => {
  test('a chat whose customer is silent is theirs, and nobody waits in it, until they write', () => {
    const chats = [item('quiet', { channel: 'chat' }), item('chat', { channel: 'chat' })];
    const cards = [card('quiet', { channel: 'chat', silentSince: NOW - MINUTE }), card('chat')];
    expect(shown(chats, cards)).toEqual(['now chat', 'theirs quiet']);
  });

  test('come in groups: late and live now, then due, then whose turn it is, then help', () => {
    const items = [
      item('theirs'),
      item('due'),
      item('late'),
      item('chat', { channel: 'chat' }),
      item('offer', { status: 'offered', expiresAt: NOW + MINUTE }),
    ];
    const cards = [
      card('theirs', { lastFrom: 'agent' }),
      card('due', { dueAt: NOW + 5 * MINUTE }),
      card('late', { dueAt: NOW - 1 }),
      card('chat', { channel: 'chat', dueAt: NOW + MINUTE }),
      card('asked', { askedBy: 'agent_ann' }),
      card('offer', { dueAt: NOW + 9 * MINUTE }),
    ];
    expect(shown(items, cards)).toEqual([
      'now late',
      'now chat',
      'due due',
      'theirs theirs',
      'help asked',
      'offered offer',
    ]);
  });

  test('are the same rows where nothing of them has changed', () => {
    const items = [item('one'), item('two')];
    const cards = [card('one', { dueAt: NOW + MINUTE }), card('two', { dueAt: NOW + MINUTE })];
    const before = rowsOf(items, cards, NOW);
    const after = rowsOf(items, [card('one', { dueAt: NOW + 2 * MINUTE }), ...cards.slice(1)], NOW);
    expect(after.find(({ workId }) => workId === 'two')).toBe(before[1]);
    expect(after.find(({ workId }) => workId === 'one')).not.toBe(before[0]);
  });

  test('are due by the moment of a promised call, and live without a deadline while it is made', () => {
    const dueAt = NOW + 5 * MINUTE;
    const callback = { agentId: 'ted', dueAt, attempt: 1, attemptMax: 3 };
    const promised = item('call', { status: 'deferred', deferredUntil: dueAt });
    const cards = [card('call', { callback, dueAt, laterAt: dueAt }), card('soon', { dueAt: NOW })];
    expect(shown([promised, item('soon')], cards)).toEqual(['now soon', 'due call']);
    const [calling] = rowsOf([item('call')], cards, dueAt + MINUTE);
    expect(calling).toMatchObject({ group: 'now', deadline: undefined });
  });

  test('are due by what was put off, and press again when that moment has come', () => {
    const laterAt = NOW + 30 * MINUTE;
    const items = [item('chat', { channel: 'chat' })];
    const cards = [card('chat', { channel: 'chat', laterAt, dueAt: laterAt })];
    expect(shown(items, cards)).toEqual(['due chat']);
    expect(shown(items, cards, laterAt)).toEqual(['now chat']);
  });

  test('wait for nobody while they are wrapped up', () => {
    const [row] = rowsOf([item('over', { status: 'wrap-up' })], [card('over', { dueAt: 1 })], NOW);
    expect([row?.group, row?.deadline]).toEqual(['now', undefined]);
  });

  test('show a countdown for an offer, and are not late with it', () => {
    const rows = rowsOf([item('offer', { status: 'offered', expiresAt: NOW })], [], NOW);
    expect(rows[0]?.deadline).toEqual({ dueAt: NOW, wholeMs: MINUTE });
    expect(pressing(rows, NOW)).toEqual({ lateCount: 0, soonCount: 0 });
  });

  test('are counted where they are late, and where they will be within five minutes', () => {
    const items = ['late', 'soon', 'far'].map((id) => item(id));
    const cards = [
      card('late', { dueAt: NOW - 1 }),
      card('soon', { dueAt: NOW + 5 * MINUTE }),
      card('far', { dueAt: NOW + 6 * MINUTE }),
    ];
    expect(pressing(rowsOf(items, cards, NOW), NOW)).toEqual({ lateCount: 1, soonCount: 1 });
  });
});

describe('the row that somebody is in', () => {
  const items = ['a', 'b', 'c'].map((id) => item(id));
  const before = rowsOf(
    items,
    items.map(({ workId }, index) => card(workId, { dueAt: NOW + (index + 1) * MINUTE })),
    NOW,
  );
  const after = rowsOf(
    items,
    items.map(({ workId }, index) =>
      card(workId, { dueAt: NOW + (workId === 'b' ? 9 : index + 1) * MINUTE }),
    ),
    NOW,
  );

  test('stays where it is when its deadline changes', () => {
    expect(after.map(({ workId }) => workId)).toEqual(['a', 'c', 'b']);
    const kept = keepPlace(after, before, 'b').map(({ workId }) => workId);
    expect(kept).toEqual(['a', 'b', 'c']);
  });

  test('moves when what it is changes', () => {
    const wrapped = rowsOf(
      items.map((each) => (each.workId === 'b' ? { ...each, status: 'wrap-up' as const } : each)),
      [],
      NOW,
    );
    expect(keepPlace(wrapped, before, 'b')[0]).toMatchObject({ workId: 'b', group: 'now' });
  });
});

describe('rows that somebody points at or is among', () => {
  const rows = (ids: Readonly<Record<string, number | 'offered'>>, now = NOW) => {
    const items = Object.entries(ids).map(([id, due]) =>
      due === 'offered'
        ? item(id, { status: 'offered', expiresAt: NOW + MINUTE })
        : item(id, { receivedAt: NOW }),
    );
    const cards = Object.entries(ids).map(([id, due]) =>
      due === 'offered' ? card(id) : card(id, { dueAt: NOW + due * MINUTE }),
    );
    return rowsOf(items, cards, now);
  };
  const ids = (some: readonly { readonly workId: string }[]) => some.map(({ workId }) => workId);

  test('stay where they are; what is new is counted, what presses sooner too', () => {
    const before = rows({ one: 1, two: 2, three: 3 });
    const held = holdRows(rows({ three: -1, new: 1, two: 2, one: 3 }), before, undefined);
    expect(ids(held.rows)).toEqual(['one', 'two', 'three']);
    expect([held.newCount, held.soonerCount]).toEqual([1, 1]);
    expect(held.rows.at(-1)?.deadline?.dueAt).toBe(NOW - MINUTE);
  });

  test('leave when they are gone', () => {
    const held = holdRows(rows({ two: 2 }), rows({ one: 1, two: 2 }), undefined);
    expect([ids(held.rows), held.newCount]).toEqual([['two'], 0]);
  });

  test('show an offer at once, and what somebody has just taken, which he chose', () => {
    const before = rows({ one: 1, two: 2 });
    const offered = holdRows(rows({ one: 1, two: 2, call: 'offered' }), before, 'one');
    expect([ids(offered.rows), offered.newCount]).toEqual([['one', 'two', 'call'], 0]);
    const taken = holdRows(rows({ call: 1, one: 1, two: 2 }), offered.rows, 'call');
    expect([ids(taken.rows), taken.newCount]).toEqual([['one', 'two', 'call'], 0]);
    const takenElsewhere = holdRows(rows({ call: 1, one: 1, two: 2 }), offered.rows, 'one');
    expect([ids(takenElsewhere.rows), takenElsewhere.newCount]).toEqual([['one', 'two'], 1]);
  });
});
