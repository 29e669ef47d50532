import type { Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { isAsLeft } from '../differences.ts';
import type { TakenRow, UndoneRow } from '../import-kind.ts';
import { type Bond, changeBond, loadBonds } from './load-bonds.ts';

/** Owes the desk the bonds that were there before, where nobody has declared others since. */
export async function undoBonds(
  trx: Transaction<Tables>,
  centre: string,
  rows: readonly TakenRow[],
): Promise<readonly UndoneRow[]> {
  const current = await loadBonds(
    trx,
    centre,
    rows.map(({ subject }) => subject),
  );
  return rows.map(({ line, subject, before, after }): UndoneRow => {
    const bond = current.get(subject);
    if (bond === undefined || !isAsLeft(bond, after)) return { line, outcome: 'changed-since' };
    // What is stored before a bond was changed is the whole of it.
    return { line, outcome: 'restored', command: changeBond(subject, before as unknown as Bond) };
  });
}
