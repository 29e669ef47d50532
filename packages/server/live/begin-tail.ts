import type { AgentId, DeskEvent } from '@rapport/core';
import { ChangesOfRow, type HistoryRow, type ItemFacts } from './row-changes.ts';
import { Tail } from './tail.ts';

/**
 * The tail that a process which had been there all the time would have, made from the last rows of
 * history before its start, `position` being that of the last one.
 *
 * One thing the rows may not tell: to whom an abandoned item was being offered, where all that was
 * known of it lies further back. The tail begins after such a row.
 */
export function beginTail(
  rows: readonly HistoryRow[],
  position: number,
  factsOf: (workId: string) => ItemFacts,
): Tail {
  let tail = new Tail((rows[0]?.seq ?? position + 1) - 1);
  /** Of items that the rows have spoken of: to whom they are being offered. */
  const offeredTo = new Map<string, AgentId | undefined>();
  for (const { seq, at, events } of rows) {
    const changes = new ChangesOfRow();
    let isTold = true;
    for (const event of events) {
      if (event.type === 'work-abandoned' && !offeredTo.has(event.workId)) isTold = false;
      changes.add(event, at, { facts: factsOf, offeredTo: (workId) => offeredTo.get(workId) });
      if (!('workId' in event) || SAYING_NOTHING.has(event.type)) continue;
      offeredTo.set(event.workId, event.type === 'work-offered' ? event.agentId : undefined);
    }
    if (isTold) tail.push(seq, changes.end(seq));
    else tail = new Tail(seq);
  }
  return tail;
}

/** Events of an item that say nothing of who has it. */
const SAYING_NOTHING: ReadonlySet<DeskEvent['type']> = new Set([
  'exclusion-ended',
  'work-assigned',
]);
