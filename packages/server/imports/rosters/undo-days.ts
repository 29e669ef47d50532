import type { Interval } from '@rapport/core';
import type { Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { isAsLeft } from '../differences.ts';
import type { TakenRow, UndoneRow } from '../import-kind.ts';
import {
  dayOf,
  loadRosters,
  overlap,
  type Roster,
  setRoster,
  withDay,
  withLastCommands,
} from './rosters.ts';

/** A day as a row of an import keeps it. */
type KeptDay = Roster & { readonly day: Interval };

/** The id of the agent in what a row is about: his id, and the date. */
function agentIdOf(subject: string): string {
  return subject.slice(0, subject.indexOf(' '));
}

/** Owes the desk the days as they were before, where nobody has planned them anew since. */
export async function undoDays(
  trx: Transaction<Tables>,
  centre: string,
  rows: readonly TakenRow[],
): Promise<readonly UndoneRow[]> {
  const ids = rows.map(({ subject }) => agentIdOf(subject));
  const rosters = new Map(await loadRosters(trx, centre, ids));
  const undone = rows.map(({ line, subject, ...kept }): UndoneRow => {
    // What a row of rosters keeps is written by the import alone.
    const [before, after] = [kept.before, kept.after] as unknown as [KeptDay, KeptDay];
    const agentId = agentIdOf(subject);
    const roster = rosters.get(agentId);
    if (roster === undefined || !isAsLeft(dayOf(roster, after.day), { ...dayAlone(after) })) {
      return { line, outcome: 'changed-since' };
    }
    const earlier = withDay(roster, after.day, dayAlone(before));
    if (overlap(earlier.dutyIntervals)) return { line, outcome: 'changed-since' };
    rosters.set(agentId, earlier);
    return { line, outcome: 'restored', command: setRoster(agentId, earlier) };
  });
  return withLastCommands(undone);
}

function dayAlone({ dutyIntervals, breakIntervals }: KeptDay): Roster {
  return { dutyIntervals, breakIntervals };
}
