import type { Pool } from 'pg';

/** Keeps the views of a database where they are, until it is disposed of. */
export async function holdViews(pool: Pool): Promise<AsyncDisposable> {
  const connection = await pool.connect();
  await connection.query('begin');
  await connection.query('select from follower for update');
  return {
    async [Symbol.asyncDispose]() {
      await connection.query('rollback');
      connection.release();
    },
  };
}
