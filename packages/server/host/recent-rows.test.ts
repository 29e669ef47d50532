import { expect, test } from 'vitest';
import type { JournalRow } from '../store/journal.ts';
import { RecentRows } from './recent-rows.ts';

test('gives the rows after a position, and no more than asked for', () => {
  const recent = new RecentRows();
  recent.add(rows(3, 4));
  recent.add(rows(5));
  expect(seqs(recent.after(2, 10))).toEqual([3, 4, 5]);
  expect(seqs(recent.after(4, 10))).toEqual([5]);
  expect(seqs(recent.after(2, 2))).toEqual([3, 4]);
  expect(recent.after(5, 10)).toEqual([]);
});

test('gives nothing where the next row came before all it has', () => {
  const recent = new RecentRows();
  expect(recent.after(0, 10)).toEqual([]);
  recent.add(rows(3, 4));
  expect(recent.after(1, 10)).toEqual([]);
});

test('forgets everything before a gap', () => {
  const recent = new RecentRows();
  recent.add(rows(1, 2));
  recent.add(rows(4));
  expect(recent.after(1, 10)).toEqual([]);
  expect(seqs(recent.after(3, 10))).toEqual([4]);
});

test('keeps the newest, however many there are', () => {
  const recent = new RecentRows(2);
  for (let seq = 1; seq <= 9; seq++) recent.add(rows(seq));
  expect(seqs(recent.after(7, 10))).toEqual([8, 9]);
  expect(recent.after(1, 10)).toEqual([]);
});

function rows(...given: readonly number[]): readonly JournalRow[] {
  return given.map((seq) => ({
    seq,
    commandId: `command-${seq}`,
    commandHash: '',
    actor: 'agent_1',
    cause: 'command',
    at: seq,
    events: '[]',
  }));
}

function seqs(found: readonly JournalRow[]): readonly number[] {
  return found.map(({ seq }) => seq);
}
