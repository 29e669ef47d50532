import { describe, expect, test } from 'vitest';
import { nextText, progressSteps } from '../pages/progress-text.ts';
import type { ThreadState } from '../thread/open-thread.ts';
import { speechOf } from '../words/speech.ts';
import { outlookText } from './outlook-text.ts';

const english = speechOf('en');
const outlook = { isStaffed: true, aheadCount: 0 };
const wait = { medianMs: 100_000, p80Ms: 170_000, answeredCount: 12 };
const state = (some: Partial<ThreadState>): ThreadState => ({
  entry: { name: 'Chat', channel: 'chat', isOpen: true, theme: {}, outlook },
  messages: [],
  unsent: [],
  progress: undefined,
  outlook,
  isTyping: false,
  readNumber: 0,
  isConnected: true,
  isRead: true,
  refused: undefined,
  ...some,
});
const says = (some: Partial<ThreadState>, now = 0) => outlookText(state(some), english, now);
const waiting = { status: 'waiting', receivedAt: 0 } as const;

describe('what is said of the wait', () => {
  test('has no figure where nothing was measured', () => {
    expect(says({})).toBe('Somebody is here.');
    expect(says({ progress: waiting, outlook: { ...outlook, aheadCount: 3 } })).toBe(
      '3 people are ahead of you. Too few were answered this hour to say how long it takes.',
    );
  });

  test('has its basis beside the figure, and says when it no longer holds', () => {
    const measured = { progress: waiting, outlook: { ...outlook, wait } };
    expect(says(measured, 60_000)).toBe(
      'You are next. Usually about 2 min, for most people no more than 3 min. That is how long the last 12 people in this hour waited.',
    );
    expect(says(measured, 171_000)).toBe(
      'You are next. It takes longer than usual. You keep your place.',
    );
  });

  test('tells that nobody is there, whatever was measured, and when somebody is', () => {
    const nobody = { isStaffed: false, aheadCount: 0, wait };
    expect(says({ outlook: nobody })).toMatch(/^Nobody is here right now\. Leave your message/);
    const opensAt = Date.UTC(2030, 0, 7, 9);
    expect(says({ outlook: { ...nobody, opensAt } })).toContain('We are back Monday');
  });

  test('is said in the language of the page, and in English where there is no other', () => {
    expect(speechOf('de-CH', 'en').words.send).toBe('Senden');
    expect(speechOf('xx', undefined, '').words.send).toBe('Send');
  });
});

describe('the steps of a request', () => {
  const states = (progress: Parameters<typeof progressSteps>[0], now: number) =>
    progressSteps(progress, english, now).map((step) => step.state);

  test('show a promise that was missed, and go on showing it when it is done', () => {
    const late = { ...waiting, dueAt: 10 };
    expect(states(late, 5)).toEqual(['done', 'next', 'next', 'next']);
    expect(states(late, 11)).toEqual(['done', 'next', 'missed', 'next']);
    expect(nextText(late, english, 11)).toMatch(/^We are late/);
    const done = { ...late, status: 'over', acceptedAt: 12, answeredAt: 13, overAt: 14 } as const;
    expect(states(done, 20)).toEqual(['done', 'done', 'missed', 'done']);
  });

  test('name who has it', () => {
    const taken = {
      ...waiting,
      status: 'with',
      agentName: 'Ted',
      acceptedAt: 2,
      dueAt: 90,
    } as const;
    expect(states(taken, 3)).toEqual(['done', 'now', 'next', 'next']);
    expect(nextText(taken, english, 3)).toMatch(/^Ted has it\. An answer is promised by/);
  });
});

describe('a call that was promised', () => {
  const at = (hour: number) => new Date().setHours(hour, 35, 0, 0);
  const dueAt = at(14);
  const says = (
    callback: Omit<NonNullable<ThreadState['progress']>['callback'] & object, 'dueAt'>,
    now = at(13),
  ) => {
    const progress = { status: 'with', receivedAt: 0, agentName: 'Ted' } as const;
    return nextText({ ...progress, callback: { dueAt, ...callback } }, english, now);
  };

  test('is told by whom and when, also when it is tried again', () => {
    expect(says({ attempt: 1, state: 'promised' })).toMatch(/^Ted calls you at (14|0?2):35/);
    expect(says({ attempt: 2, state: 'promised' })).toContain('The next call is at');
    expect(says({ attempt: 1, state: 'calling' })).toBe('Ted is calling you.');
  });

  test('is told as late where it slips, and not before', () => {
    expect(says({ attempt: 1, state: 'due' }, dueAt + 60_000)).toBe('You are called in a moment.');
    expect(says({ attempt: 1, state: 'due' }, dueAt + 301_000)).toMatch(/^We are late/);
  });
});
