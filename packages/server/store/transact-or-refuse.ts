import type { Result } from '@rapport/core';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

const UNIQUE_VIOLATION = '23505';

/**
 * Does `work` in a transaction, of which nothing stays where it refuses. Where somebody else took a
 * unique value meanwhile it is done once more, and sees him then.
 */
export async function transactOrRefuse<Value, Refusal>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  try {
    return await transact(db, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return await transact(db, work);
  }
}

/** Whether a statement failed because somebody else has a value that may be there once. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}

async function transact<Value, Refusal>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  let refused: Result<Value, Refusal> | undefined;
  try {
    return await db.transaction().execute(async (trx) => {
      const result = await work(trx);
      if (result.ok) return result;
      refused = result;
      throw new Error('rolled back');
    });
  } catch (error) {
    if (refused === undefined) throw error;
    return refused;
  }
}
