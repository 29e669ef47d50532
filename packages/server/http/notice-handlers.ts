import type { Insertable, Kysely } from 'kysely';
import { isAgent } from '../agents/is-agent.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { createdId } from '../identity/mint-id.ts';
import type { Principal } from '../identity/principal.ts';
import { UNREAD_MAX, unreadNotices } from '../notices/notices.ts';
import type { NoticeTable } from '../store/organisation-tables.ts';
import type { Tables } from '../store/tables.ts';
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
  return await db.transaction().execute(async (trx) => {
    // Those who tell him something at once are counted one after the other.
    await trx
      .selectFrom('agent_profile')
      .select('agent_id')
      .where('centre', '=', centre)
      .where('agent_id', '=', agentId)
      .forNoKeyUpdate()
      .execute();
    if (await isSent(trx, row, commandId)) return answer({ noticeId: id });
    if ((await unreadCount(trx, centre, agentId)) >= UNREAD_MAX) return TOO_MANY;
    await trx.insertInto('notice').values(row).execute();
    const entry = { centre, actor: principal.id, action: 'send-notice', subject: agentId };
    await writeAuditEntry(trx, entry);
    return answer({ noticeId: id });
  });
};

const TOO_MANY = {
  ok: false,
  problem: {
    type: 'too-many-notices',
    title: `He has ${UNREAD_MAX} messages to read. Tell him more when he has read them.`,
    status: 409,
  },
} as const;

/**
 * Whether this was sent before. Of what has been read nobody knows the words any more.
 *
 * @throws {CommandIdReused} something else was sent under this id.
 */
async function isSent(
  trx: Kysely<Tables>,
  row: Pick<Insertable<NoticeTable>, 'centre' | 'id' | 'agent_id' | 'pii_text'>,
  commandId: string,
): Promise<boolean> {
  const earlier = await trx
    .selectFrom('notice')
    .select(['agent_id', 'pii_text'])
    .where('centre', '=', row.centre)
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (earlier === undefined) return false;
  const isSame =
    earlier.agent_id === row.agent_id &&
    (earlier.pii_text === null || earlier.pii_text === row.pii_text);
  if (!isSame) throw new CommandIdReused(commandId);
  return true;
}

async function unreadCount(trx: Kysely<Tables>, centre: string, agentId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('centre', '=', centre)
    .where('agent_id', '=', agentId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

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
