import { CompiledQuery, type Kysely } from 'kysely';
import type { QueryResult } from 'pg';
import type { Queryable } from './sql-journal.ts';
import type { Tables } from './tables.ts';

/** Lets a statement run inside a Kysely transaction. */
export function queryableOf(db: Kysely<Tables>): Queryable {
  return {
    async query<Row extends object>({ text, values = [] }: { text: string; values?: unknown[] }) {
      const { rows, numAffectedRows } = await db.executeQuery<Row>(CompiledQuery.raw(text, values));
      return { rows, rowCount: Number(numAffectedRows ?? rows.length) } as QueryResult<Row>;
    },
  };
}
