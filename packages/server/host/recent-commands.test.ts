import { beforeEach, expect, test } from 'vitest';
import { mintUuid } from '../identity/mint-id.ts';
import { type RecentCommands, recentCommands } from './recent-commands.ts';

const START_AT = 1_700_000_000_000;
const MINUTE_MS = 60_000;
/** Longer than a client's clock may be ahead. */
const SETTLED_AT = START_AT + 6 * MINUTE_MS;

let recent: RecentCommands<string>;

beforeEach(() => {
  recent = recentCommands(START_AT, 2);
});

const idOf = (mintedAt: number): string => `key_1:${mintUuid(mintedAt)}`;
const add = (commandId: string, now: number): void =>
  recent.add(commandId, { hash: 'hash', answer: Promise.resolve('done') }, now);

test('soon after the start an id may be one that the host before has seen', () => {
  const at = START_AT + 4 * MINUTE_MS;
  expect(recent.isSurelyNew(idOf(at), at)).toBe(false);
});

test('later an id minted a moment ago is surely new, however fast others are forgotten', () => {
  for (let index = 0; index < 10; index++) add(idOf(SETTLED_AT + index), SETTLED_AT + index);
  const now = SETTLED_AT + 10;
  expect(recent.isSurelyNew(idOf(now), now)).toBe(true);
});

test('what was forgotten is never taken for new', () => {
  const forgotten = idOf(SETTLED_AT);
  for (const commandId of [forgotten, idOf(SETTLED_AT + 1), idOf(SETTLED_AT + 2)]) {
    add(commandId, SETTLED_AT + 2);
  }
  expect(recent.get(forgotten)).toBeUndefined();
  expect(recent.isSurelyNew(forgotten, SETTLED_AT + 3)).toBe(false);
});

test('not even when it was minted by a clock that was ahead, and its time has come', () => {
  const ahead = idOf(SETTLED_AT + 2 * MINUTE_MS);
  for (const commandId of [ahead, idOf(SETTLED_AT), idOf(SETTLED_AT)]) add(commandId, SETTLED_AT);
  expect(recent.isSurelyNew(ahead, SETTLED_AT)).toBe(false);
  expect(recent.isSurelyNew(ahead, SETTLED_AT + 3 * MINUTE_MS)).toBe(false);
});

test('an id that does not say when it was minted is never surely new', () => {
  expect(recent.isSurelyNew('key_1:call-1', SETTLED_AT)).toBe(false);
});
