import type { NoticesState } from '@rapport/protocol';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { NoticeTable } from '../store/organisation-tables.ts';
import type { Tables } from '../store/tables.ts';

type Notice = NoticesState['notices'][number];
type UnreadRow = Pick<
  Selectable<NoticeTable>,
  'id' | 'agent_id' | 'pii_from_name' | 'pii_text' | 'at'
>;

/** More than an agent can be told at once and read: what is beyond is not taken in. */
export const UNREAD_MAX = 50;

/** What these agents have not read yet, the oldest first; nothing for who has read all. */
export async function unreadNotices(
  db: Kysely<Tables>,
  centre: string,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, NoticesState>> {
  const byAgent = new Map<string, { notices: Notice[] }>();
  if (agentIds.length === 0) return byAgent;
  const { rows } = await sql<UnreadRow>`
    select n.* from unnest(${agentIds}::text[]) as asked (agent_id)
    cross join lateral (
      select id, agent_id, pii_from_name, pii_text, at from notice
      where centre = ${centre} and agent_id = asked.agent_id and read_at is null
      order by at, id limit ${UNREAD_MAX}
    ) n
    order by n.at, n.id`.execute(db);
  for (const row of rows) {
    const { agent_id: agentId, id: noticeId, pii_from_name: piiFromName, at } = row;
    let state = byAgent.get(agentId);
    if (state === undefined) byAgent.set(agentId, (state = { notices: [] }));
    state.notices.push({ noticeId, piiFromName, piiText: row.pii_text ?? '', at });
  }
  return byAgent;
}
