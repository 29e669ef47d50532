import { createdId, type Database, type Tables } from '@rapport/server';
import type { SaidLater } from './scene.ts';

type Db = Database<Tables>['kysely'];

const ROWS_MAX = 2_000;

/** Adds what was said after the first words, and counts the messages of each interaction. */
export async function writeSaid(db: Db, centre: string, said: readonly SaidLater[]): Promise<void> {
  const begun = await db
    .selectFrom('interaction')
    .select(['id', 'message_count'])
    .where('centre', '=', centre)
    .execute();
  const counts = new Map(begun.map(({ id, message_count }) => [id, message_count]));
  const rows = said.map(({ interactionId, authorKind, authorId, piiText, isNote, at }) => {
    const ordinal = (counts.get(interactionId) ?? 0) + 1;
    counts.set(interactionId, ordinal);
    return {
      centre,
      interaction_id: interactionId,
      ordinal,
      id: createdId('message', `${interactionId}:${ordinal}`),
      author_kind: authorKind,
      author_id: authorId,
      pii_text: piiText,
      is_note: isNote,
      at,
    };
  });
  for (let from = 0; from < rows.length; from += ROWS_MAX) {
    await db
      .insertInto('message')
      .values(rows.slice(from, from + ROWS_MAX))
      .execute();
  }
  const spoken = new Set(said.map(({ interactionId }) => interactionId));
  for (const ids of byCount(counts, spoken)) {
    await db
      .updateTable('interaction')
      .set({ message_count: ids.count })
      .where('centre', '=', centre)
      .where('id', 'in', ids.ids)
      .execute();
  }
}

/** Interactions with as many messages are written together. */
function byCount(
  counts: ReadonlyMap<string, number>,
  changed: ReadonlySet<string>,
): readonly { readonly count: number; readonly ids: readonly string[] }[] {
  const groups = new Map<number, string[]>();
  for (const id of changed) {
    const count = counts.get(id) ?? 0;
    const ids = groups.get(count) ?? [];
    ids.push(id);
    groups.set(count, ids);
  }
  return Array.from(groups, ([count, ids]) => ({ count, ids }));
}
