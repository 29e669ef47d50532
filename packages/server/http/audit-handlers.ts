import type { RouteAnswer, SettingKind } from '@rapport/protocol';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { answer, type Handler } from './respond.ts';

type Entry = RouteAnswer<'listAudit'>['items'][number];

export const listAudit: Handler<'listAudit'> = async ({ query, principal }, { db, centre }) => {
  const { limit = 50, actor, subject } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = db
    .selectFrom('audit_trail as a')
    .leftJoin('person as p', (join) =>
      join.onRef('p.centre', '=', 'a.centre').onRef('p.id', '=', 'a.actor'),
    )
    .leftJoin('setting_change as c', (join) =>
      join.onRef('c.centre', '=', 'a.centre').onRef('c.ordinal', '=', 'a.ordinal'),
    )
    .leftJoin('person as s', (join) =>
      join.onRef('s.centre', '=', 'a.centre').onRef('s.id', '=', 'a.subject'),
    )
    .leftJoin('agent_profile as g', (join) =>
      join.onRef('g.centre', '=', 'a.centre').onRef('g.agent_id', '=', 'a.subject'),
    )
    .select(['a.ordinal', 'a.at', 'a.actor', 'a.action', 'a.subject', 'p.pii_name'])
    .select((of) => of.fn.coalesce('s.pii_name', 'g.pii_name').as('subject_name'))
    .select(['c.kind', 'c.pii_before', 'c.pii_after'])
    .where('a.centre', '=', centre);
  if (actor !== undefined) select = select.where('a.actor', '=', actor);
  if (subject !== undefined) select = select.where('a.subject', '=', subject);
  if (cursor.answer !== undefined) select = select.where('a.ordinal', '<', cursor.answer.key);
  const rows = await select
    .orderBy('a.ordinal', 'desc')
    .limit(limit + 1)
    .execute();
  // A key that reads the trail is told of ids and codes, as its scope says.
  const isPerson = principal.kind === 'person';
  const entries = rows.map((row): Entry => ({
    ordinal: row.ordinal,
    at: row.at.getTime(),
    actor: row.actor,
    ...(isPerson && row.pii_name !== null && { piiActorName: row.pii_name }),
    action: row.action,
    subject: row.subject,
    ...(isPerson && row.subject_name !== null && { piiSubjectName: row.subject_name }),
    ...(isPerson && row.kind !== null && { change: changeOf(row.kind, row) }),
  }));
  return answer(pageOf(entries, limit, lastOf));
};

function changeOf(
  kind: string,
  {
    pii_before,
    pii_after,
  }: { readonly pii_before: string | null; readonly pii_after: string | null },
): NonNullable<Entry['change']> {
  return {
    kind: kind as SettingKind,
    ...(pii_before !== null && { piiBefore: JSON.parse(pii_before) as Record<string, unknown> }),
    ...(pii_after !== null && { piiAfter: JSON.parse(pii_after) as Record<string, unknown> }),
  };
}

function lastOf({ ordinal }: Entry): Cursor {
  return { key: ordinal, id: 'entry' };
}
