import type { Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { isAsLeft } from '../differences.ts';
import type { Fields, TakenRow, UndoneRow } from '../import-kind.ts';
import { type Bond, type BondOf, changeBond, loadBonds, NO_BOND } from './load-bonds.ts';

/** Owes the desk the bonds that were there before, where nobody has declared others since. */
export async function undoBonds(
  trx: Transaction<Tables>,
  centre: string,
  rows: readonly TakenRow[],
): Promise<readonly UndoneRow[]> {
  const current = await loadBonds(
    trx,
    centre,
    rows.map((row) => bondOf(row).customerId),
  );
  return rows.map((row): UndoneRow => {
    const of = bondOf(row);
    const bond = current.get(of.customerId)?.(of);
    const { line } = row;
    if (bond === undefined || !isAsLeft(bond, bondIn(row.after))) {
      return { line, outcome: 'changed-since' };
    }
    const before: Bond = { ...NO_BOND, ...bondIn(row.before) };
    // What was there for a while has ended meanwhile, or there was nothing: then this one ends.
    const isOver = of.isForWhile && (before.untilAt ?? 0) <= Date.now();
    const next = isOver ? { ...NO_BOND, untilAt: bond.untilAt } : before;
    return { line, outcome: 'restored', command: changeBond(of, next) };
  });
}

/** Whose a row is, and for what; rows of before knew of general bonds alone. */
function bondOf({ subject, after }: TakenRow): BondOf {
  const [customerId = subject] = subject.split(' ');
  const { scope } = after as { readonly scope?: Omit<BondOf, 'customerId'> };
  return { topic: null, channel: null, isForWhile: false, ...scope, customerId };
}

/** What is stored before and after a bond was changed is the whole of it. */
function bondIn(stored: Fields): Partial<Bond> {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => name !== 'scope'));
}
