import type { Kysely, Selectable } from 'kysely';
import type { Tables, ViewPromiseTable } from '../store/tables.ts';

/** A promise's terms as the view shows them, in the fields of the API; null when there is none. */
export async function promiseState(
  { db, centre }: { readonly db: Kysely<Tables>; readonly centre: string },
  promiseId: string,
) {
  const row = await db
    .selectFrom('view_promise')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', promiseId)
    .executeTakeFirst();
  return row === undefined ? null : promiseTerms(row);
}

export function promiseTerms(row: Selectable<ViewPromiseTable>) {
  return {
    targetMs: row.target_ms,
    shareRatio: row.share_ratio,
    ...(row.calendar_id !== null && { calendarId: row.calendar_id }),
  };
}
