import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

interface Asked {
  readonly db: Kysely<Tables>;
  readonly centre: string;
}

/** At which number the customer of an item is to be called; undefined where nobody said, or it was erased. */
export async function callbackNumber(
  { db, centre }: Asked,
  workId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('callback_number')
    .select('pii_number')
    .where('centre', '=', centre)
    .where('work_id', '=', workId)
    .executeTakeFirst();
  return row?.pii_number;
}
