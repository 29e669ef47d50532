import type { RouteAnswer } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { Tables } from '../store/tables.ts';
import type { Change } from './define.ts';

type DispositionList = RouteAnswer<'listDispositions'>;

/** What a new centre begins with. */
const STANDARD: DispositionList = {
  version: 0,
  dispositions: [
    { code: 'solved', name: 'Solved' },
    { code: 'answered', name: 'Question answered' },
    { code: 'follow-up', name: 'We come back to it' },
    { code: 'handed-over', name: 'Handed to another department' },
    { code: 'no-answer', name: 'Nobody answered' },
    { code: 'wrong-place', name: 'Not ours' },
    { code: 'spam', name: 'Spam' },
  ],
};

/** A centre's dispositions; the standard ones while nobody has changed them. */
export async function readDispositions(
  db: Kysely<Tables>,
  centre: string,
): Promise<DispositionList> {
  const row = await db
    .selectFrom('disposition_list')
    .select(['version', 'dispositions'])
    .where('centre', '=', centre)
    .executeTakeFirst();
  if (row === undefined) return STANDARD;
  // Written below, and nowhere else.
  const dispositions = JSON.parse(row.dispositions) as DispositionList['dispositions'];
  return { version: row.version, dispositions };
}

type Changed =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'twice'; readonly code: string }
  | { readonly kind: 'version-wrong'; readonly version: number };

/** Replaces the dispositions, and says so in the audit. */
export async function changeDispositions(
  { db, centre, actor }: Change,
  {
    version,
    dispositions,
  }: Pick<DispositionList, 'dispositions'> & { version: number | undefined },
): Promise<Changed> {
  const codes = dispositions.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return { kind: 'twice', code: twice };
  return await db.transaction().execute(async (trx): Promise<Changed> => {
    const row = await trx
      .selectFrom('disposition_list')
      .select('version')
      .where('centre', '=', centre)
      .forUpdate()
      .executeTakeFirst();
    const current = row?.version ?? STANDARD.version;
    if (version !== undefined && version !== current) {
      return { kind: 'version-wrong', version: current };
    }
    const next = { version: current + 1, dispositions: JSON.stringify(dispositions) };
    const { numInsertedOrUpdatedRows: written } = await trx
      .insertInto('disposition_list')
      .values({ centre, ...next })
      .onConflict((conflict) =>
        conflict
          .column('centre')
          .doUpdateSet(next)
          // Nobody's first list replaces another first list that came a moment before.
          .where('disposition_list.version', '=', current),
      )
      .executeTakeFirst();
    if (written === 0n) return { kind: 'version-wrong', version: next.version };
    const entry = { centre, actor, action: 'change-dispositions', subject: 'dispositions' };
    await writeAuditEntry(trx, entry);
    return { kind: 'done', version: next.version };
  });
}
