import { isAgent } from '../agents/is-agent.ts';
import { createdId } from '../identity/mint-id.ts';
import type { Principal } from '../identity/principal.ts';
import { unreadNotices } from '../notices/notices.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import { answer, type Call, type Handler, notFound, type Rooms } from './respond.ts';

export const sendNotice: Handler<'sendNotice'> = async (call, rooms) => {
  const { db, centre } = rooms;
  const { principal, params, body, commandId } = call;
  const { agentId } = params;
  if (!(await isAgent(db, centre, agentId))) return notFound(`agent ${agentId}`);
  const id = createdId('notice', commandId);
  const row = {
    centre,
    id,
    agent_id: agentId,
    from_id: principal.id,
    pii_from_name: await nameOf(principal, rooms),
    pii_text: body.piiText,
    at: Date.now(),
    read_at: null,
  };
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('notice')
      .values(row)
      .onConflict((conflict) => conflict.columns(['centre', 'id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    await writeAuditEntry(trx, {
      centre,
      actor: principal.id,
      action: 'send-notice',
      subject: agentId,
    });
  });
  return answer({ noticeId: id });
};

export const takeNoticeBack: Handler<'takeNoticeBack'> = async (
  { principal, params: { agentId, noticeId } },
  { db, centre },
) => {
  const { numDeletedRows } = await db
    .deleteFrom('notice')
    .where('centre', '=', centre)
    .where('id', '=', noticeId)
    .where('agent_id', '=', agentId)
    .where('from_id', '=', principal.id)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 0n ? notFound(`unread notice ${noticeId} of yours`) : answer({});
};

export const listMyNotices: Handler<'listMyNotices'> = async (call, { db, centre }) => {
  const agentId = mine(call);
  const unread = await unreadNotices(db, centre, [agentId]);
  return answer(unread.get(agentId) ?? { notices: [] });
};

export const readNotice: Handler<'readNotice'> = async (call, { db, centre }) => {
  const { noticeId } = call.params;
  const notice = db
    .updateTable('notice')
    .where('centre', '=', centre)
    .where('id', '=', noticeId)
    .where('agent_id', '=', mine(call));
  const { numUpdatedRows } = await notice
    .set((row) => ({ read_at: row.fn.coalesce('read_at', row.val(Date.now())), pii_text: null }))
    .executeTakeFirst();
  return numUpdatedRows === 0n ? notFound(`notice ${noticeId}`) : answer({});
};

function mine({ principal }: Pick<Call<'readNotice'>, 'principal'>): string {
  if (principal.agentId === undefined) {
    throw new Error('a route as an agent let in somebody who is none');
  }
  return principal.agentId;
}

/** As whom the agent knows whoever tells him something. */
async function nameOf(
  { kind, id }: Principal,
  { db, centre }: Pick<Rooms, 'db' | 'centre'>,
): Promise<string> {
  if (kind === 'person') {
    const person = await db
      .selectFrom('person')
      .select('pii_name')
      .where('centre', '=', centre)
      .where('id', '=', id)
      .executeTakeFirst();
    return person?.pii_name ?? '';
  }
  const key = await db
    .selectFrom('api_key')
    .select('name')
    .where('centre', '=', centre)
    .where('id', '=', id)
    .executeTakeFirst();
  return key?.name ?? '';
}
