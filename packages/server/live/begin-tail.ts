import type { AgentId, DeskEvent } from '@rapport/core';
import { ChangesOfRow, type HistoryRow, type ItemFacts } from './row-changes.ts';
import { Tail } from './tail.ts';

/**
 * The tail that a process which had been there all the time would have, made from the last rows of
 * history before its start, `position` being that of the last one.
 *
 * One thing the rows may not tell: to whom an abandoned item was being offered, or who had put off a
 * recalled one, where all that was known of it lies further back. And where something else was promised for
 * an item, `factsOf` no longer knows what was before. The tail begins after such a row.
 */
export function beginTail(
  rows: readonly HistoryRow[],
  position: number,
  factsOf: (workId: string) => ItemFacts,
): Tail {
  let tail = new Tail((rows[0]?.seq ?? position + 1) - 1);
  /** Of items that the rows have spoken of: to whom they are being offered, or who has put them off. */
  const heldBy = new Map<string, AgentId | undefined>();
  for (const { seq, at, events } of rows) {
    const changes = new ChangesOfRow();
    let isTold = true;
    for (const event of events) {
      if (event.type === 'work-promised') isTold = false;
      if (namesNobody(event) && !heldBy.has(event.workId)) isTold = false;
      changes.add(event, at, { facts: factsOf, heldBy: (workId) => heldBy.get(workId) });
      changes.addTurn(event);
      if (!('workId' in event) || SAYING_NOTHING.has(event.type)) continue;
      heldBy.set(event.workId, holderAfter(event));
    }
    if (isTold) tail.push(seq, changes.end(seq));
    else tail = new Tail(seq);
  }
  return tail;
}

/** Whether an event takes an item from somebody whom it does not name. */
function namesNobody(
  event: DeskEvent,
): event is Extract<
  DeskEvent,
  { type: 'work-abandoned' | 'work-recalled' | 'callback-promised' | 'work-paused' }
> {
  return NAMING_NOBODY.has(event.type);
}

function holderAfter(event: DeskEvent): AgentId | undefined {
  if (event.type === 'deferral-handed') return event.toAgentId;
  const isHeld = HOLDING.has(event.type);
  return isHeld && 'agentId' in event ? event.agentId : undefined;
}

/** By which an agent has an item. */
const HOLDING: ReadonlySet<DeskEvent['type']> = new Set([
  'work-offered',
  'work-deferred',
  'callback-promised',
  'work-paused',
]);

/** Events that do not say from whom an item is taken. */
const NAMING_NOBODY: ReadonlySet<DeskEvent['type']> = new Set([
  'work-abandoned',
  'work-recalled',
  'callback-promised',
  'work-paused',
]);

/** Events of an item that say nothing of who has it. */
const SAYING_NOTHING: ReadonlySet<DeskEvent['type']> = new Set([
  'exclusion-ended',
  'callback-met',
  'work-assigned',
  'work-promised',
  'work-linked',
  'work-unlinked',
  'alert-raised',
  'alert-escalated',
  'alert-acknowledged',
]);
