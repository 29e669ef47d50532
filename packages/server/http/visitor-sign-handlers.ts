import { sql } from 'kysely';
import { openItem } from '../interactions/open-item.ts';
import { lastTurn, placeOf } from '../visitors/visitor-thread.ts';
import { answer, type Handler } from './respond.ts';
import { askedBy, tooManyOf } from './visitor-asked.ts';

export const typeAsVisitor: Handler<'typeAsVisitor'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { threadId } = asked.answer;
  const tooMany = tooManyOf(rooms.visitors.signing, threadId);
  if (tooMany !== undefined) return tooMany;
  const turn = await lastTurn(rooms, threadId);
  // Before his first words, and after the last exchange is over, nobody looks.
  if (turn === undefined || !(await isOpen(turn.interactionId, rooms))) return answer({});
  rooms.signs.typed(turn.interactionId, 'customer');
  return answer({});
};

export const readAsVisitor: Handler<'readAsVisitor'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { threadId } = asked.answer;
  const tooMany = tooManyOf(rooms.visitors.signing, threadId);
  if (tooMany !== undefined) return tooMany;
  const { turn, ordinal } = placeOf(call.body.number);
  // Nobody has read what is not there.
  const readUntil = sql<number>`least(${ordinal}::integer, i.message_count)`;
  const changed = await rooms.db
    .updateTable('interaction as i')
    .from('visitor_turn as n')
    .set({ customer_read_ordinal: readUntil })
    .whereRef('i.centre', '=', 'n.centre')
    .whereRef('i.id', '=', 'n.interaction_id')
    .where('n.centre', '=', rooms.centre)
    .where('n.thread_id', '=', threadId)
    .where('n.ordinal', '=', turn)
    .where('i.customer_read_ordinal', '<', readUntil)
    .returning('i.id')
    .executeTakeFirst();
  if (changed !== undefined) rooms.signs.changed(changed.id);
  return answer({});
};

async function isOpen(
  interactionId: string,
  { db, centre, host }: Parameters<Handler<'typeAsVisitor'>>[1],
): Promise<boolean> {
  const row = await db
    .selectFrom('interaction')
    .select('work_id')
    .where('centre', '=', centre)
    .where('id', '=', interactionId)
    .executeTakeFirst();
  return row !== undefined && (await openItem(host, row.work_id)) !== undefined;
}
