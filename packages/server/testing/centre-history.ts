import { runRandomCentre } from '@rapport/core/testing';
import type { Kysely } from 'kysely';
import type { JournalRow } from '../store/journal.ts';
import { queryableOf } from '../store/queryable-of.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';

/** The history of a small random centre as a journal holds it: every kind of event, seen from afar. */
export function centreHistory(seed: number, stepCount: number): readonly JournalRow[] {
  const { rows } = runRandomCentre({ seed, stepCount });
  return rows
    .filter(({ events }) => events.length > 0)
    .map(({ at, events }, index) => ({
      seq: index + 1,
      commandId: `command_${index + 1}`,
      commandHash: 'hash',
      actor: 'tester',
      cause: 'command',
      at,
      events: JSON.stringify(events),
    }));
}

/** Gives a centre this history. */
export async function writeHistory(
  db: Kysely<Tables>,
  centre: string,
  rows: readonly JournalRow[],
): Promise<void> {
  const journal = sqlJournal(queryableOf(db), centre);
  await journal.append(await journal.lead('test'), rows);
}
