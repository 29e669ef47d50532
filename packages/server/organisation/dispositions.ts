import type { RouteAnswer } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Change } from './define.ts';
import { type Kept, readList, replaceList } from './versioned-list.ts';

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
    { code: 'spam', name: 'Unwanted advertising' },
  ],
};

const KEPT: Kept = {
  table: 'disposition_list',
  column: 'dispositions',
  kind: 'dispositions',
  subject: 'dispositions',
};

/** A centre's dispositions; the standard ones while nobody has changed them. */
export async function readDispositions(
  db: Kysely<Tables>,
  centre: string,
): Promise<DispositionList> {
  const list = await readList<DispositionList['dispositions'][number]>(db, centre, KEPT);
  return list === undefined ? STANDARD : { version: list.version, dispositions: [...list.items] };
}

/** Whether the centre holds that nobody is known better for such an outcome. */
export async function isPoorOutcome(
  { db, centre }: { readonly db: Kysely<Tables>; readonly centre: string },
  code: string | undefined,
): Promise<boolean> {
  if (code === undefined) return false;
  const { dispositions } = await readDispositions(db, centre);
  return dispositions.some((each) => each.code === code && each.isPoor === true);
}

/** How the dispositions stand, in the fields of the API. */
export async function dispositionState(
  db: Kysely<Tables>,
  centre: string,
): Promise<Pick<DispositionList, 'dispositions'>> {
  const { dispositions } = await readDispositions(db, centre);
  return { dispositions };
}

type Changed =
  | { readonly kind: 'done' | 'version-wrong'; readonly version: number }
  | { readonly kind: 'twice'; readonly code: string }
  | { readonly kind: 'none-offered' };

/** Replaces the dispositions, and says so in the audit. */
export async function changeDispositions(
  change: Change,
  {
    version,
    dispositions,
  }: Pick<DispositionList, 'dispositions'> & { version: number | undefined },
): Promise<Changed> {
  const codes = dispositions.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return { kind: 'twice', code: twice };
  if (dispositions.every(({ isRetired = false }) => isRetired)) return { kind: 'none-offered' };
  return await replaceList(change, KEPT, {
    version,
    items: dispositions,
    stateOf: (trx) => dispositionState(trx, change.centre),
  });
}
