import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { JournalRow } from '../store/journal.ts';
import type { Tables } from '../store/tables.ts';
import { writeHistory } from '../testing/centre-history.ts';
import { catchUp, type Follower, followOnce } from './follower.ts';

/** A follower in an empty centre. */
export interface FollowerUnderTest {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly follower: Follower;
  /** What it has made so far, without the name of the centre. */
  readonly made: () => Promise<unknown>;
}

/** What every follower must do. `history` holds fewer rows than a page and makes something of each kind. */
export function followerContract(
  name: string,
  history: readonly JournalRow[],
  open: () => Promise<FollowerUnderTest>,
): void {
  const begin = async (): Promise<FollowerUnderTest> => {
    const begun = await open();
    await writeHistory(begun.db, begun.centre, history);
    return begun;
  };

  describe(`${name} keeps the follower contract`, () => {
    test('makes the same of a history in one go, row by row, and with others beside it', async () => {
      const whole = await begin();
      expect(await catchUp(whole.db, whole.centre, whole.follower)).toBe(history.length);
      const expected = await whole.made();

      const stepwise = await begin();
      for (const row of history) {
        await stepwise.db.transaction().execute((trx) => stepwise.follower.apply(trx, [row]));
      }
      expect(await stepwise.made()).toEqual(expected);

      const { db, centre, follower, made } = await begin();
      await Promise.all([1, 2, 3].map(() => catchUp(db, centre, follower)));
      expect(await made()).toEqual(expected);
    });

    test('moves its position together with what it makes, or neither', async () => {
      const { db, centre, follower, made } = await begin();
      const nothing = await made();
      const failing: Follower = {
        name: follower.name,
        apply: async (trx, rows) => {
          await follower.apply(trx, rows);
          throw new Error('pulled the plug');
        },
      };
      await expect(followOnce(db, centre, failing)).rejects.toThrow('pulled the plug');
      expect(await made()).toEqual(nothing);
      const { rowCount } = await followOnce(db, centre, follower);
      expect(rowCount).toBe(history.length);
      expect(await made()).not.toEqual(nothing);
    });

    test('leaves everything as it is when there is nothing new', async () => {
      const { db, centre, follower, made } = await begin();
      await catchUp(db, centre, follower);
      const before = await made();
      expect(await followOnce(db, centre, follower)).toEqual({ seq: history.length, rowCount: 0 });
      expect(await made()).toEqual(before);
    });
  });
}
