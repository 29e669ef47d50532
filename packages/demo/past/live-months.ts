import type { DeskEvent, Instant } from '@rapport/core';
import { randomOf } from '@rapport/planning';
import { liveHistory, type LivedHistory, type Week } from '@rapport/server';
import { AGENTS } from '../organisation/agents.ts';
import { busyness } from '../organisation/day-curve.ts';
import type { DemoCustomer } from '../organisation/draw-customers.ts';
import { createAgenda } from './agenda.ts';
import { found, registerAttendant } from './found-centre.ts';
import { openReception, type Reception } from './come-in.ts';
import { openScene, type SaidLater } from './scene.ts';
import { planShifts } from './shifts.ts';
import { type Arrival, arrivalOf, chooseCustomers } from './arrivals.ts';

/** Months of a centre that were lived on a virtual clock. */
export interface LivedMonths {
  readonly history: LivedHistory;
  readonly said: readonly SaidLater[];
}

export interface Months {
  readonly seed: number;
  readonly customers: readonly DemoCustomer[];
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  /** By how much the clocks there are before UTC. */
  readonly offsetMs: number;
  /** The hours of the offices. */
  readonly week: Week;
}

const HOUR_MS = 3_600_000;
/** On a working day at the busiest hour. */
const ARRIVALS_AN_HOUR = 6.5;
/** Who calls or writes in the last minutes would wait when the centre opens, and be gone. */
const QUIET_MS = 12 * 60_000;
/** So old are the letters on Ted's desk. */
const LEFT_MS = 55 * 60_000;

/**
 * Lives the months between two moments: the organisation is founded, customers arrive along the day,
 * agents come, serve, pause and go. All of it is decided by the desk, and follows from the seed.
 */
export function liveMonths(months: Months): LivedMonths {
  const { seed, customers, fromAt, untilAt, offsetMs, week } = months;
  const history = liveHistory();
  const agenda = createAgenda();
  const said: SaidLater[] = [];
  found(history, { customers, week, at: fromAt });
  registerAttendant(history, fromAt);
  const listen = (events: readonly DeskEvent[], at: Instant): void => reception.hear(events, at);
  const scene = openScene({ seed, history, agenda, said, listen, untilAt });
  const reception = openReception(scene);
  planShifts({ seed, history, agenda, listen, fromAt, untilAt, offsetMs });
  const choose = chooseCustomers(customers, fromAt, untilAt);
  let number = 0;
  for (let hourAt = fromAt; hourAt < untilAt; hourAt += HOUR_MS) {
    const random = randomOf(seed, `hour ${hourAt - fromAt}`);
    const expected = ARRIVALS_AN_HOUR * busyness(hourAt, offsetMs);
    const count = Math.floor(expected) + (random() < expected % 1 ? 1 : 0);
    for (let index = 0; index < count; index++) {
      const at = Math.floor(hourAt + random() * HOUR_MS);
      if (at > untilAt - QUIET_MS) continue;
      const arrival = arrivalOf({ random, customer: choose(random, at), number: number++, seed });
      agenda.plan(at, (now) => reception.arrive(arrival, now));
    }
  }
  leaveForTed({ months, reception, number });
  agenda.run(untilAt, (at) => listen(history.passTime(at), at));
  listen(history.passTime(untilAt), untilAt);
  reception.close(untilAt);
  return { history, said };
}

/** Two letters from customers who know Ted lie on his desk when somebody first signs in as him. */
function leaveForTed({
  months: { seed, customers, untilAt },
  reception,
  number,
}: {
  readonly months: Months;
  readonly reception: Reception;
  readonly number: number;
}): void {
  const ted = AGENTS[0]?.agentId;
  const mine = customers.filter(({ ownerId, language }) => ownerId === ted && language === 'en');
  const letters: Arrival[] = mine.slice(3, 5).map((customer, index) => ({
    ...arrivalOf({
      random: randomOf(seed, `letter ${index}`),
      customer,
      number: number + index,
      seed,
    }),
    channel: 'email',
    promiseId: 'letters',
  }));
  if (ted !== undefined) reception.leaveFor(ted, letters, untilAt - LEFT_MS);
}
