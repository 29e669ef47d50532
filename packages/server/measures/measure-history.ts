import { type DeskFigures, DeskMeasures, type FirstWait, type Instant } from '@rapport/core';
import type { Kysely } from 'kysely';
import { eventsOf } from '../host/fold-history.ts';
import { queryableOf } from '../store/queryable-of.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import { loadCheckpoint } from './checkpoints.ts';
import { type KindOfSkills, servedGroups } from './served-groups.ts';

/** What is to be measured, and how. */
export interface MeasureRequest {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly thresholdMs: number;
  readonly shortAbandonMs: number;
  readonly isInTime?: (wait: FirstWait) => boolean;
  readonly groupOf?: (wait: FirstWait) => string;
  readonly hourOf: (at: Instant) => string;
  readonly kindOf: KindOfSkills;
}

/** A page is folded in one turn, so that it must not take long. */
const PAGE_ROWS = 500;
/** Half a minute's worth. */
const ROWS_MAX = 2_000_000;

/**
 * Measures a stretch of a centre's history, from the last checkpoint before it. Undefined where the rows from
 * there to its end are more than anybody would wait for.
 */
export async function measureHistory(
  db: Kysely<Tables>,
  centre: string,
  { fromAt, untilAt, kindOf, ...options }: MeasureRequest,
): Promise<DeskFigures | undefined> {
  const journal = sqlJournal(queryableOf(db), centre);
  const checkpoint = await loadCheckpoint(db, centre, fromAt);
  const measures = new DeskMeasures({
    ...options,
    fromAt,
    groupsOf: (received) => servedGroups(received, kindOf),
  });
  for (const event of checkpoint.events) measures.take(event, checkpoint.at);
  let { seq } = checkpoint;
  let page = await journal.read(seq, PAGE_ROWS);
  while (page.length > 0) {
    for (const row of page) {
      if (row.at >= untilAt) return measures.figures(untilAt);
      for (const event of eventsOf(row)) measures.take(event, row.at);
    }
    seq = page.at(-1)?.seq ?? seq;
    if (seq - checkpoint.seq > ROWS_MAX) return undefined;
    page = await journal.read(seq, PAGE_ROWS);
  }
  return measures.figures(untilAt);
}
