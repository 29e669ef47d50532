import { expect, test } from 'vitest';
import { newsOf, type Seen } from './news.ts';

const leila: Seen = {
  workId: 'work_1',
  name: 'Leila Haddad',
  isOffered: false,
  unreadCount: 0,
  expiresAt: undefined,
};
const offered: Seen = { ...leila, isOffered: true, expiresAt: 20_000 };

test.each<readonly [string, readonly Seen[] | undefined, readonly Seen[], readonly string[]]>([
  ['an offer', [], [offered], ['offer']],
  ['an offer that stands when the page opens', undefined, [offered], ['offer']],
  ['an offer that was told before', [offered], [offered], []],
  ['an offer that comes a second time', [leila], [offered], ['offer']],
  ['a message', [leila], [{ ...leila, unreadCount: 1 }], ['message']],
  ['what was unread when the page opens', undefined, [{ ...leila, unreadCount: 3 }], []],
  ['reading', [{ ...leila, unreadCount: 3 }], [leila], []],
  ['words of somebody who is offered', [offered], [{ ...offered, unreadCount: 2 }], []],
  ['nothing', [leila], [leila], []],
])('%s', (_, before, after, expected) => {
  expect(newsOf(before, after).map(({ kind }) => kind)).toEqual(expected);
});
