import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { CENTRE_DATABASES } from '../../testing/centre-database.ts';
import { throttleOf } from './throttle.ts';

const MINUTE_MS = 60_000;
const [embedded] = CENTRE_DATABASES;

/** A throttle at a time of its own, and somebody who tries. */
async function open() {
  if (embedded === undefined) throw new Error('there is no database');
  const database = await embedded.open();
  let at = 1_800_000_000_000;
  const options = { centre: 'main', key: randomBytes(32), now: () => at };
  const throttle = throttleOf(database.kysely, options);
  const tryAs = async (subject: string, address: string, isRight = false): Promise<number> => {
    const attempt = await throttle.begin({ subject, address });
    if (!attempt.isAllowed) return attempt.waitMs;
    if (isRight) await attempt.succeed();
    return 0;
  };
  return {
    tryAs,
    later: (ms: number) => (at += ms),
    database,
    reopened: throttleOf(database.kysely, options),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

test('five failures cost nothing, then each doubles the wait, up to a quarter of an hour', async () => {
  await using place = await open();
  const { tryAs, later } = place;
  for (let tries = 0; tries < 5; tries++) expect(await tryAs('ann', '192.0.2.1')).toBe(0);
  const waits: number[] = [];
  for (let tries = 0; tries < 7; tries++) {
    const waitMs = await tryAs('ann', `192.0.2.${tries}`);
    waits.push(waitMs / MINUTE_MS);
    later(waitMs - 1);
    expect(await tryAs('ann', '192.0.2.9')).toBe(1);
    later(1);
    expect(await tryAs('ann', '192.0.2.9')).toBe(0);
  }
  expect(waits).toEqual([0.5, 1, 2, 4, 8, 15, 15]);
  expect((await place.reopened.begin({ subject: 'ann', address: '192.0.2.1' })).isAllowed).toBe(
    false,
  );
  expect(await tryAs('bea', '192.0.2.1')).toBe(0);
  later(24 * 60 * MINUTE_MS + 1);
  for (let tries = 0; tries < 5; tries++) expect(await tryAs('ann', '192.0.2.1')).toBe(0);
  expect(await tryAs('ann', '192.0.2.1')).toBe(30_000);
});

test('being right begins anew, and makes the network one that is not kept out by others', async () => {
  await using place = await open();
  const { tryAs } = place;
  for (let tries = 0; tries < 4; tries++) await tryAs('ann', '2001:db8:1:1::1');
  expect(await tryAs('ann', '2001:db8:1:1::1', true)).toBe(0);
  for (let tries = 0; tries < 5; tries++) expect(await tryAs('ann', '192.0.2.66')).toBe(0);
  expect(await tryAs('ann', '192.0.2.66')).toBeGreaterThan(0);
  expect(await tryAs('ann', '198.51.100.1')).toBeGreaterThan(0);
  // The same subscriber, by another of his addresses.
  expect(await tryAs('ann', '2001:db8:1:1:ffff::9', true)).toBe(0);
  expect(await tryAs('ann', '2001:db8:1:2::1')).toBeGreaterThan(0);
  for (let tries = 0; tries < 5; tries++) await tryAs('ann', '2001:db8:1:1::1');
  expect(await tryAs('ann', '2001:db8:1:1::1')).toBeGreaterThan(0);
});

test('one network that tries many names waits too, though never long', async () => {
  await using place = await open();
  const { tryAs, later } = place;
  for (let name = 0; name < 100; name++) expect(await tryAs(`name ${name}`, '192.0.2.1')).toBe(0);
  expect(await tryAs('ann', '192.0.2.1')).toBe(1_000);
  expect(await tryAs('ann', '192.0.2.2')).toBe(0);
  for (let tries = 0; tries < 8; tries++) {
    later(MINUTE_MS);
    expect(await tryAs(`another ${tries}`, '192.0.2.1')).toBe(0);
  }
  expect(await tryAs('ann', '192.0.2.1')).toBe(MINUTE_MS);
});

test('what is old is let go, and names are kept as hashes', async () => {
  await using place = await open();
  const { tryAs, later, database } = place;
  await tryAs('ann@example.org', '192.0.2.1');
  const rows = async () =>
    await database.kysely.selectFrom('sign_in_throttle').selectAll().execute();
  expect(await rows()).toHaveLength(2);
  expect(JSON.stringify(await rows())).not.toMatch(/ann|192/);
  later(31 * 24 * 60 * MINUTE_MS);
  await tryAs('bea', '192.0.2.2', true);
  expect(await rows()).toHaveLength(3);
});

test('a network that tries many names at once gets no more of them than one after the other', async () => {
  await using place = await open();
  const tries = Array.from({ length: 130 }, (_, name) => place.tryAs(`name ${name}`, '192.0.2.1'));
  const waits = await Promise.all(tries);
  expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(100);
});

test('who is right costs his network nothing, however many have failed there', async () => {
  await using place = await open();
  const { tryAs, later } = place;
  for (let name = 0; name < 106; name++) {
    await tryAs(`name ${name}`, '192.0.2.1');
    later(MINUTE_MS);
  }
  for (let name = 0; name < 20; name++) expect(await tryAs(`n${name}`, '192.0.2.1', true)).toBe(0);
});
