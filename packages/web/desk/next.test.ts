import type { Card, QueueItem } from '@rapport/protocol';
import { describe, expect, test } from 'vitest';
import { longestOf, nextOf } from './next.ts';
import { rowsOf } from './rows.ts';

const NOW = 10_000_000;
const MINUTE = 60_000;

type Given = { readonly workId: string; readonly wholeMs?: number } & Partial<
  Omit<QueueItem, 'workId'>
> &
  Pick<Card, 'dueAt' | 'laterAt'>;

const rows = (...given: readonly Given[]) =>
  rowsOf(
    given.map(({ workId, channel = 'email', status = 'active', expiresAt, deferredUntil }) => ({
      ...{ workId, channel, status, promiseId: 'mails', priority: 0 },
      ...{ receivedAt: NOW - MINUTE, statusSince: NOW - MINUTE },
      ...(expiresAt !== undefined && { expiresAt }),
      ...(deferredUntil !== undefined && { deferredUntil }),
    })),
    given.map(({ workId, channel = 'email', dueAt, laterAt, wholeMs = 10 * MINUTE }) => ({
      ...{ workId, channel, wholeMs, unreadCount: 0 },
      ...(dueAt !== undefined && { dueAt }),
      ...(laterAt !== undefined && { laterAt }),
    })),
    NOW,
  );

const next = (...given: readonly Given[]) => {
  const step = nextOf(rows(...given), NOW);
  return step && `${step.doing} ${step.row.workId}`;
};

const LETTER = { workId: 'letter', dueAt: NOW + 2 * MINUTE } as const;
const CHAT = { workId: 'chat', channel: 'chat', dueAt: NOW + 3 * MINUTE } as const;
const LATE = { workId: 'late', dueAt: NOW - MINUTE } as const;
const LATER = { workId: 'later', dueAt: NOW - 5 * MINUTE } as const;
const WRAP = { workId: 'over', status: 'wrap-up' } as const;
const CALL = { workId: 'call', channel: 'phone', dueAt: NOW - MINUTE } as const;
const OFFER = { workId: 'offer', status: 'offered', expiresAt: NOW + 9_000 } as const;
const THEIRS = { workId: 'theirs' } as const;

describe('what to do next', () => {
  test('is what is offered, then the call, then what is latest', () => {
    expect(next(LETTER, CHAT, LATE, LATER, WRAP, CALL, OFFER)).toBe('accept offer');
    expect(next(LETTER, CHAT, LATE, LATER, WRAP, CALL)).toBe('talk call');
    expect(next(LETTER, CHAT, LATE, LATER, WRAP)).toBe('reply later');
  });

  test('is who waits live, then what is to be wrapped up, then what is due', () => {
    expect(next(LETTER, CHAT, WRAP)).toBe('reply chat');
    expect(next(LETTER, WRAP)).toBe('wrap-up over');
    expect(next(LETTER, THEIRS)).toBe('reply letter');
  });

  test('is to come back to what was put off, when that is due first', () => {
    const putOff = { workId: 'off', status: 'deferred', deferredUntil: NOW + MINUTE } as const;
    expect(next(LETTER, putOff)).toBe('come-back off');
    expect(next(LETTER, { ...putOff, deferredUntil: NOW + 9 * MINUTE })).toBe('reply letter');
  });

  test('is nothing while it is their turn', () => {
    expect(next(THEIRS)).toBeUndefined();
    expect(next()).toBeUndefined();
  });
});

describe('who waits longest', () => {
  const longest = (...given: readonly Given[]) => {
    const found = longestOf(rows(...given));
    return found && [found.row.workId, NOW - found.since];
  };

  test('is who has waited longest, not who is due first', () => {
    const patient = { workId: 'patient', dueAt: NOW + MINUTE, wholeMs: 60 * MINUTE };
    expect(longest(LATE, patient)).toEqual(['patient', 59 * MINUTE]);
  });

  test('is nobody who is spoken with, was promised a moment, or whose turn it is', () => {
    const promised = { workId: 'p', dueAt: NOW + MINUTE, laterAt: NOW + MINUTE };
    expect(longest(CALL, promised, THEIRS, WRAP)).toBeUndefined();
  });
});
