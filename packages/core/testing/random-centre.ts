import { createDesk, type Desk } from '../desk.ts';
import { POLICY, type Policy } from '../routing/policy.ts';
import { nextDueAt } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { type Attempt, attempt, type Row } from './desk-driver.ts';
import { drawCommand } from './random-command.ts';
import { BEGINS_AT, drawSetUp, GRID_MS } from './random-set-up.ts';
import { drawWhole, type Random, seededRandom } from './seeded-random.ts';

const DAY_MS = 86_400_000;

/** A centre's whole history as it was drawn. */
export interface RandomHistory {
  readonly desk: Desk;
  /** Refused attempts and those that brought nothing about among them. */
  readonly rows: readonly Row[];
  /** How many of the rows, the first ones, set the centre up. */
  readonly setUpCount: number;
}

/**
 * Draws a small centre and what happens in it: agents of all kinds on all channels, customers with
 * bonds, promises with and without calendars, commands that fit the moment and commands that do not,
 * long gaps, what falls due passed at its moment or late, and interruptions.
 *
 * The history of a seed with fewer steps is the beginning of its history with more, so that the least
 * `stepCount` which shows a fault is the shortest story of it. `watch` sees each row as it ends.
 */
export function runRandomCentre({
  seed,
  stepCount,
  policy = POLICY,
  watch,
}: {
  seed: number;
  stepCount: number;
  policy?: Policy;
  watch?: (row: Row, desk: Desk) => void;
}): RandomHistory {
  const random = seededRandom(seed);
  const desk = createDesk(policy);
  const rows: Row[] = [];
  const take = (next: Attempt): void => {
    const row = attempt(desk, next);
    rows.push(row);
    watch?.(row, desk);
  };
  for (const cause of drawSetUp(random)) take({ at: BEGINS_AT, cause });
  const setUpCount = rows.length;
  const isUniform = random() < 0.5;
  const isSleepy = random() < 0.3;
  let at = BEGINS_AT;
  for (let step = 0; step < stepCount; step += 1) {
    at = letTimePass(random, { host: { desk, take }, at, isSleepy });
    take({ at, cause: drawCommand(random, { desk, at, step, isUniform }) });
  }
  return { desk, rows, setUpCount };
}

interface Course {
  readonly host: { readonly desk: Desk; readonly take: (attempt: Attempt) => void };
  readonly at: Instant;
  /** Whether what falls due is often passed late. */
  readonly isSleepy: boolean;
}

/** Moves the clock on, mostly by little, and lets happen what falls due meanwhile. */
export function letTimePass(random: Random, { host, at, isSleepy }: Course): Instant {
  const untilAt = at + drawGapMs(random, { desk: host.desk, at });
  // Nobody lives through days of offers that nobody answers, one by one.
  const isLate = random() < (isSleepy ? 0.6 : 0.05) || untilAt - at >= DAY_MS;
  const isInterrupted = random() < (isSleepy ? 0.15 : 0.01);
  if (!isLate && !isInterrupted) {
    for (;;) {
      const dueAt = nextDueAt(host.desk);
      if (dueAt === undefined || dueAt > untilAt) return untilAt;
      host.take({ at: dueAt, cause: 'time' });
    }
  }
  if (isInterrupted) host.take({ at: untilAt, cause: 'resume' });
  host.take({ at: untilAt, cause: 'time' });
  return untilAt;
}

function drawGapMs(random: Random, { desk, at }: { desk: Desk; at: Instant }): number {
  const dueAt = nextDueAt(desk);
  const kind = random();
  if (kind < 0.6) return 0;
  if (kind < 0.68 && dueAt !== undefined) return dueAt - at;
  if (kind < 0.78) return GRID_MS - (at % GRID_MS) + GRID_MS * drawWhole(random, 0, 2);
  if (kind < 0.985) return drawWhole(random, 1, 9_000);
  if (kind < 0.997) return drawWhole(random, 60_000, 1_800_000);
  return drawWhole(random, 1, 400) * DAY_MS;
}
