import type { NoticesState } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

type Notice = NoticesState['notices'][number];

/** More than an agent can be told at once and read. */
const UNREAD_MAX = 50;

/** What these agents have not read yet, the oldest first; nothing for who has read all. */
export async function unreadNotices(
  db: Kysely<Tables>,
  centre: string,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, NoticesState>> {
  const byAgent = new Map<string, { notices: Notice[] }>();
  if (agentIds.length === 0) return byAgent;
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'agent_id', 'pii_from_name', 'pii_text', 'at'])
    .where('centre', '=', centre)
    .where('read_at', 'is', null)
    .where('agent_id', 'in', agentIds)
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const { agent_id: agentId, id: noticeId, pii_from_name: piiFromName, at } = row;
    let state = byAgent.get(agentId);
    if (state === undefined) byAgent.set(agentId, (state = { notices: [] }));
    if (state.notices.length >= UNREAD_MAX) continue;
    state.notices.push({ noticeId, piiFromName, piiText: row.pii_text ?? '', at });
  }
  return byAgent;
}
