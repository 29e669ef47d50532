import {
  chanceOf,
  type CustomerId,
  type DimensionChance,
  type Instant,
  WaitTally,
  type Yardstick,
} from '@rapport/core';
import type { CallOutcome } from './measure-calls.ts';
import { departmentOfCalls } from './replay-policy.ts';
import type { Scenario } from './scenario.ts';

/** What must not make a difference to whether a caller is answered in time. */
export type ChanceDimension = 'served-before' | 'type' | 'department' | 'hour';

export type CallChances = readonly (DimensionChance & { readonly dimension: ChanceDimension })[];

const DIMENSIONS: readonly ChanceDimension[] = ['served-before', 'type', 'department', 'hour'];
const HOUR_MS = 3_600_000;

/**
 * The same-chance report of a centre that had these outcomes, in the order of the scenario's calls.
 *
 * `served-before` divides callers whom the log knows by whether anybody had answered them before they called;
 * callers whom it does not know are left out, because logs often know only who had to wait. `department` is
 * the one of the siloed policy, whether the desk was told of it or not.
 */
export function chancesOfCalls(
  scenario: Scenario,
  outcomes: readonly CallOutcome[],
  { thresholdMs, shortAbandonMs }: Yardstick,
): CallChances {
  const firstAnswered = firstAnswersOf(outcomes);
  const departmentOf = departmentOfCalls(scenario);
  const tallies = new Map(DIMENSIONS.map((each) => [each, new Map<string, WaitTally>()]));
  for (const [index, call] of scenario.calls.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) continue;
    const { customerId, offeredAt, waitMs, hasAbandoned } = outcome;
    const department = departmentOf(call);
    const groups: Record<ChanceDimension, string | undefined> = {
      'served-before': servedBefore(firstAnswered, { customerId, offeredAt }),
      type: call.call.skill,
      department: department === undefined ? undefined : String(department + 1),
      hour: String(Math.floor(offeredAt / HOUR_MS) % 24).padStart(2, '0'),
    };
    const end = { waitMs, isAnswered: !hasAbandoned, isInTime: waitMs <= thresholdMs };
    for (const dimension of DIMENSIONS) {
      const group = groups[dimension];
      if (group === undefined) continue;
      tallyOf(tallies.get(dimension), group, shortAbandonMs).add(end);
    }
  }
  return DIMENSIONS.map((dimension) => {
    const counted = [...(tallies.get(dimension) ?? [])].map(
      ([group, tally]) => [group, tally.counts] as const,
    );
    return { ...chanceOf(dimension, new Map(counted)), dimension };
  });
}

function tallyOf(
  tallies: Map<string, WaitTally> | undefined,
  group: string,
  shortAbandonMs: number,
): WaitTally {
  const found = tallies?.get(group) ?? new WaitTally(shortAbandonMs);
  tallies?.set(group, found);
  return found;
}

/** When each customer was answered for the first time. */
function firstAnswersOf(outcomes: readonly CallOutcome[]): ReadonlyMap<CustomerId, Instant> {
  const first = new Map<CustomerId, Instant>();
  for (const { customerId, agentId, offeredAt, waitMs } of outcomes) {
    if (customerId === undefined || agentId === undefined) continue;
    const answeredAt = offeredAt + waitMs;
    first.set(customerId, Math.min(answeredAt, first.get(customerId) ?? answeredAt));
  }
  return first;
}

function servedBefore(
  firstAnswered: ReadonlyMap<CustomerId, Instant>,
  { customerId, offeredAt }: Pick<CallOutcome, 'customerId' | 'offeredAt'>,
): string | undefined {
  if (customerId === undefined) return undefined;
  return (firstAnswered.get(customerId) ?? Infinity) < offeredAt ? 'yes' : 'no';
}
