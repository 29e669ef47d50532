import type { Desk } from '../desk.ts';
import { deskFaults } from '../desk-faults.ts';
import { nextDueAt } from '../routing/timers.ts';
import type { Row } from './desk-driver.ts';
import { createOracle, type Oracle } from './oracle.ts';

/** How many of the last events a failure tells. */
const TOLD_COUNT = 20;

/**
 * Watches a desk with the oracle, row by row. @throws {Error} at the first row with a fault, with the
 * faults in plain sentences and the last events before it.
 */
export function watchWithOracle(policy: Desk['policy']): (row: Row, desk: Desk) => void {
  const oracle = createOracle(policy);
  const told: string[] = [];
  return (row, desk) => {
    const wrong: string[] = [];
    for (const event of row.events) {
      wrong.push(...oracle.apply(event, row.at));
      told.push(`${row.at} ${JSON.stringify(event)}`);
    }
    // After a resumption the driver still lets pass what fell due meanwhile; then all must be well.
    if (row.cause !== 'resume') wrong.push(...oracle.settle(row.at, nextDueAt(desk)));
    wrong.push(...placeFaults(oracle, desk), ...deskFaults(desk), ...refusalFaults(row));
    if (wrong.length === 0) return;
    const story = told.slice(-TOLD_COUNT).join('\n');
    throw new Error(`${wrong.join('\n')}\nafter ${JSON.stringify(row.cause)}:\n${story}`);
  };
}

/** The desk itself must have each item where its history has put it. */
function placeFaults(oracle: Oracle, desk: Desk): readonly string[] {
  const places = oracle.openPlaces();
  const wrong = [...desk.work.values()]
    .filter(({ id, status }) => places.get(id) !== status)
    .map(({ id, status }) => `${id} is ${status} on the desk, but ${places.get(id) ?? 'closed'}`);
  return places.size === desk.work.size
    ? wrong
    : [...wrong, `${desk.work.size} items are open on the desk instead of ${places.size}`];
}

/** An accepted command gives at least one event, and a refused one none. */
function refusalFaults({ cause, events, refusal }: Row): readonly string[] {
  if (cause === 'time' || cause === 'resume') return [];
  const isRefused = refusal !== undefined;
  const isSilent = events.length === 0;
  return isRefused === isSilent ? [] : [`${cause.type} gave ${events.length} events`];
}
