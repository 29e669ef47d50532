import { sql, type Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { writeFaults } from './write-chunk.ts';

/** Counts the rows whose commands the desk refused as refused, and says why. */
export async function refuseByDesk(
  trx: Transaction<Tables>,
  centre: string,
  importId: string,
): Promise<void> {
  // Materialised, so that the whole outbox is read once and not once a row.
  const { rows } = await sql<{ line: number; outcome: string; refusal: string }>`
    with refused as materialized (
      select split_part(id, ':', 2)::integer as line, refusal
      from outbox
      where centre = ${centre} and refusal is not null
        and starts_with(id, ${`${importId}:`}) and id ~ ':[0-9]+$' and id !~ ':undo:'
    )
    delete from import_row r using refused
    where r.centre = ${centre} and r.import_id = ${importId} and r.line = refused.line
    returning r.line, r.outcome, refused.refusal`.execute(trx);
  if (rows.length === 0) return;
  const faults = rows.map(({ line, refusal }) => ({
    line,
    column: undefined,
    code: refusal,
    expected: 'what the desk can take',
    piiFound: undefined,
  }));
  await writeFaults(trx, { centre, importId }, faults);
  const created = rows.filter(({ outcome }) => outcome === 'created').length;
  await trx
    .updateTable('import')
    .set((eb) => ({
      created_count: eb('created_count', '-', created),
      changed_count: eb('changed_count', '-', rows.length - created),
      refused_count: eb('refused_count', '+', rows.length),
    }))
    .where('centre', '=', centre)
    .where('id', '=', importId)
    .execute();
}
