import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** A centre's interactions (`i`), each with how its item stands (`w`) as far as the views have come. */
export function interactionRows(db: Kysely<Tables>, centre: string) {
  return db
    .selectFrom('interaction as i')
    .leftJoin('view_work as w', (join) =>
      join.onRef('w.centre', '=', 'i.centre').onRef('w.id', '=', 'i.work_id'),
    )
    .where('i.centre', '=', centre)
    .select([
      'i.id',
      'i.work_id',
      'i.customer_id',
      'i.channel',
      'i.pii_subject',
      'i.started_at',
      'i.message_count',
      'i.read_ordinal',
      'w.matter_id',
      'w.paused_by',
      'w.status',
      'w.agent_id',
      'w.answered_by',
      'w.closed_at',
      'w.disposition',
    ]);
}
