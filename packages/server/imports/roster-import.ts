import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { agentsNamed, type KnownAgents, loadAgents, noAgents } from './agents/known-agents.ts';
import { isAsLeft } from './differences.ts';
import type { ImportContext, ImportKind, ImportRun } from './import-kind.ts';
import type { ImportCell } from './import-row.ts';
import type { Asked, Draft, Note } from './plan-rows.ts';
import { readDay, type WantedDay } from './rosters/read-day.ts';
import {
  dayOf,
  loadRosters,
  overlap,
  type Roster,
  setRoster,
  withDay,
  withLastCommands,
} from './rosters/rosters.ts';
import { undoDays } from './rosters/undo-days.ts';
import { runOfSteps } from './run-of-steps.ts';

interface Known {
  readonly agents: KnownAgents;
  readonly rosters: Map<string, Roster>;
}

/** What is planned: a row a day of an agent, which takes the place of what was planned of that day. */
export const rosterImport: ImportKind = {
  fields: [
    {
      name: 'agent',
      summary: 'Whose day it is: the external id, e-mail, name or id of an agent.',
      synonyms: ['Agent ID', 'Employee', 'Employee ID', 'External ID', 'Login', 'Name', 'E-mail'],
    },
    {
      name: 'date',
      summary: 'The day: `2026-03-02` or `2.3.2026`.',
      synonyms: ['Day', 'Datum', 'Work date', 'Shift date'],
    },
    {
      name: 'shifts',
      summary: 'When he is on duty: `08:00-12:00; 13:00-17:00`. A day without any is free.',
      synonyms: ['Shift', 'Duty', 'Working hours', 'Hours'],
      isMany: true,
    },
    {
      name: 'breaks',
      summary: 'When he has a break in them: `10:00-10:15`.',
      synonyms: ['Break', 'Lunch', 'Pause'],
      isMany: true,
    },
    {
      name: 'leave',
      summary: 'When he is away in them: `13:00-17:00`, or `day` for all of it.',
      synonyms: ['Absence', 'Time off', 'Vacation', 'Holiday'],
      isMany: true,
    },
    {
      name: 'timeZone',
      summary: 'By whose clocks: `Europe/Zurich`.',
      synonyms: ['TZ', 'Zone'],
    },
  ],
  required: [['agent'], ['date'], ['shifts', 'leave']],
  isForDesk: true,
  isCumulative: true,
  hasCalendars: true,
  begin: (context) => withFewCommands(runOf(context)),
  undo: undoDays,
};

function runOf(context: ImportContext): ImportRun {
  return runOfSteps(context, {
    read: (row, note) => readDay(row, note, context.timeZone),
    nothingKnown: (): Known => ({ agents: noAgents(), rosters: new Map() }),
    load: (db, known, wanted) => load(db, context, { known, wanted }),
    draft: draftDay,
    // The desk keeps rosters, and ordinary tables nothing of them.
    apply: () => Promise.resolve(),
  });
}

function withFewCommands(run: ImportRun): ImportRun {
  return {
    async read(rows) {
      const chunk = await run.read(rows);
      return {
        ...chunk,
        async plan(db) {
          const { changes, faults } = await chunk.plan(db);
          return { changes: withLastCommands(changes), faults };
        },
      };
    },
  };
}

async function load(
  db: Kysely<Tables>,
  { centre }: ImportContext,
  { known: { agents, rosters }, wanted }: { known: Known; wanted: readonly WantedDay[] },
): Promise<void> {
  const called = [...new Set(wanted.map(({ agent }) => agent.text))];
  const words = { ids: called, externalIds: called, names: called, emails: called };
  await loadAgents(db, centre, agents, words);
  const ids = called.flatMap((word) => agentsNamed(agents, word));
  for (const [id, roster] of await loadRosters(db, centre, ids)) {
    if (!rosters.has(id)) rosters.set(id, roster);
  }
}

function draftDay(
  { agents, rosters }: Known,
  { wanted: { agent, date, day, roster: next }, row: { line } }: Asked<WantedDay>,
  note: Note,
): Draft | undefined {
  const agentId = agentOf(agents, agent, note);
  if (agentId === undefined) return undefined;
  const roster = rosters.get(agentId) ?? NOTHING_PLANNED;
  const subject = `${agentId} ${date}`;
  const current = dayOf(roster, day);
  if (isAsLeft(current, { ...next })) {
    const change = { line, subject, outcome: 'unchanged', before: {}, after: {} } as const;
    return { change, commit: () => undefined };
  }
  const planned = withDay(roster, day, next);
  if (overlap(planned.dutyIntervals) || overlap(planned.breakIntervals)) {
    const expected = 'no shift of the day before or after at the same time';
    note(undefined, { code: 'shift-overlaps', expected });
    return undefined;
  }
  return {
    change: {
      line,
      subject,
      outcome: isAsLeft(current, { ...NOTHING_PLANNED }) ? 'created' : 'changed',
      before: { day, ...current },
      after: { day, ...next },
      command: setRoster(agentId, planned),
    },
    commit: () => void rosters.set(agentId, planned),
  };
}

const NOTHING_PLANNED: Roster = { dutyIntervals: [], breakIntervals: [] };

function agentOf(agents: KnownAgents, cell: ImportCell, note: Note): string | undefined {
  const ids = agentsNamed(agents, cell.text);
  if (ids.length === 1) return ids[0];
  const expected =
    ids.length === 0
      ? 'the external id, e-mail, name or id of an agent who is there'
      : 'an external id; several agents have this name';
  note(cell, { code: 'agent-unknown', expected });
  return undefined;
}
