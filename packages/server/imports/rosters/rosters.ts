import { asId, type Command, type Instant, type Interval } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/** When an agent is on duty, and when he has a break. */
export interface Roster {
  readonly dutyIntervals: readonly Interval[];
  readonly breakIntervals: readonly Interval[];
}

/** What is planned of these agents; whoever the desk does not know is absent. */
export async function loadRosters(
  db: Kysely<Tables>,
  centre: string,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, Roster>> {
  const { rows } = await sql<{ id: string; duties: string; breaks: string }>`
    select id, duty_intervals as duties, break_intervals as breaks from view_agent
    where centre = ${centre} and id = any(${[...new Set(agentIds)]})`.execute(db);
  return new Map(
    rows.map(({ id, duties, breaks }) => [
      id,
      {
        dutyIntervals: JSON.parse(duties) as readonly Interval[],
        breakIntervals: JSON.parse(breaks) as readonly Interval[],
      },
    ]),
  );
}

/**
 * What a roster says of one day: the shifts that begin on it, and their breaks, after midnight too. A break in
 * no shift belongs to the day on which it begins.
 */
export function dayOf({ dutyIntervals, breakIntervals }: Roster, day: Interval): Roster {
  const duties = dutyIntervals.filter(({ fromAt }) => isWithin(fromAt, day));
  const ofDay = ({ fromAt }: Interval): boolean => {
    const shift = dutyIntervals.find((duty) => isWithin(fromAt, duty));
    return isWithin(shift?.fromAt ?? fromAt, day);
  };
  return { dutyIntervals: duties, breakIntervals: breakIntervals.filter(ofDay) };
}

/** A roster with another day in the place of that one. */
export function withDay(roster: Roster, day: Interval, next: Roster): Roster {
  const earlier = dayOf(roster, day);
  const merged = (name: keyof Roster): readonly Interval[] =>
    [...roster[name].filter((each) => !earlier[name].includes(each)), ...next[name]].toSorted(
      (a, b) => a.fromAt - b.fromAt,
    );
  return { dutyIntervals: merged('dutyIntervals'), breakIntervals: merged('breakIntervals') };
}

/** Whether one begins before the one before it ends. */
export function overlap(sorted: readonly Interval[]): boolean {
  return sorted.some(({ fromAt }, index) => fromAt < (sorted[index - 1]?.untilAt ?? -Infinity));
}

export function isWithin(at: Instant, { fromAt, untilAt }: Interval): boolean {
  return at >= fromAt && at < untilAt;
}

/** What makes a roster this. */
export function setRoster(agentId: string, roster: Roster): Command {
  return { type: 'set-roster', agentId: asId<'agent'>(agentId), ...roster };
}

/**
 * The rows with a command for the last of each agent alone: it holds what all of them came to, and the journal
 * need not keep his month once a day.
 */
export function withLastCommands<Row extends { readonly command?: Command }>(
  rows: readonly Row[],
): readonly Row[] {
  const done = new Set<string>();
  return rows
    .toReversed()
    .map((row) => {
      const { command, ...rest } = row;
      const agentId = command?.type === 'set-roster' ? command.agentId : undefined;
      if (agentId === undefined || !done.has(agentId)) {
        if (agentId !== undefined) done.add(agentId);
        return row;
      }
      return rest as Row; // A command may be absent from every row.
    })
    .toReversed();
}
