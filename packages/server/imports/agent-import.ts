import { asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import { type Kysely, sql, type Transaction } from 'kysely';
import { mintUuid } from '../identity/mint-id.ts';
import type { Tables } from '../store/tables.ts';
import {
  type Agent,
  type KnownAgents,
  loadAgents,
  noAgents,
  rememberAgent,
} from './agents/known-agents.ts';
import { readAgent, type WantedAgent } from './agents/read-agent.ts';
import { undoAgents } from './agents/undo-agents.ts';
import { addProfiles, saveProfiles } from './agents/save-profiles.ts';
import { differences } from './differences.ts';
import { findNamed } from './find-named.ts';
import type { Change, ImportKind } from './import-kind.ts';
import { cellOf } from './import-row.ts';
import type { Asked, Draft, Note } from './plan-rows.ts';
import { foldName } from './read-cells.ts';
import { runOfSteps } from './run-of-steps.ts';

/** Agents: found by external id, else by a name that only one has. */
export const agentImport: ImportKind = {
  fields: [
    {
      name: 'externalId',
      summary: 'What your other system calls this agent.',
      synonyms: ['ID', 'Agent ID', 'Employee ID', 'Personnel number', 'Login', 'User', 'Username'],
    },
    {
      name: 'name',
      summary: 'What people call this agent.',
      synonyms: ['Full name', 'Agent', 'Agent name', 'Employee', 'Display name'],
    },
    {
      name: 'team',
      summary: 'The id or the name of the team.',
      synonyms: ['Team name', 'Group', 'Department', 'Workgroup'],
    },
    {
      name: 'skills',
      summary:
        'What this agent can do and how well, 1 to 5: `billing:3; french:5`; where it was assessed with the day: `billing:3@2026-05-01`.',
      synonyms: ['Skill', 'Skill levels', 'Proficiencies'],
      isMany: true,
    },
    {
      name: 'capacity',
      summary: 'How many units, and what channels take of them: `12; phone:12; chat:4`.',
      synonyms: ['Units', 'Capacity units'],
      isMany: true,
    },
  ],
  required: [['externalId', 'name']],
  isForDesk: true,
  begin: (context) =>
    runOfSteps(context, {
      read: readAgent,
      nothingKnown: (): Known => ({ ...noAgents(), teams: new Map() }),
      async load(db, known, wanted) {
        const externalIds = wanted.flatMap(({ externalId }) => externalId ?? []);
        const names = wanted.flatMap(({ name }) => name ?? []);
        await loadAgents(db, context.centre, known, { externalIds, names });
        await loadTeams(db, context.centre, known);
      },
      draft: draftAgent,
      apply: (trx, known, changes) => apply(trx, context.centre, { changes, known }),
    }),
  undo: undoAgents,
};

interface Known extends KnownAgents {
  /** Ids by id and by folded name. */
  readonly teams: Map<string, string>;
}

async function loadTeams(db: Kysely<Tables>, centre: string, { teams }: Known): Promise<void> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from team where centre = ${centre} order by id`.execute(db);
  for (const { id, name } of rows) teams.set(foldName(name), id);
  for (const { id } of rows) teams.set(id, id);
}

function draftAgent(known: Known, asked: Asked<WantedAgent>, note: Note): Draft | undefined {
  const { wanted, row } = asked;
  const { line } = row;
  const found = findNamed(known, wanted);
  if (found === undefined) {
    note(undefined, { code: 'agent-ambiguous', expected: 'an externalId; several have this name' });
  }
  const team = teamOf(known, asked, note);
  if (found === undefined || team === undefined) return undefined;
  const subject = found.id ?? `agent_${mintUuid()}`;
  const current = found.id === undefined ? undefined : known.byId.get(found.id);
  const base = current ?? NEWCOMER;
  const { before, after } = differences<Agent>(base, wantedOf(wanted, base, team.id));
  const agent: Agent = { ...base, ...after };
  const commit = (): void => {
    known.retiredIds.delete(subject);
    if (found.id === undefined) known.newIds.add(subject);
    rememberAgent(known, subject, agent);
  };
  if (current !== undefined && !known.retiredIds.has(subject)) {
    return { change: changeOf({ line, subject, before, after }, agent), commit };
  }
  if (agent.name === '') {
    note(undefined, { code: 'name-missing', expected: 'a name, because there is none such yet' });
    return undefined;
  }
  const command = commandFor('register-agent', subject, agent);
  const made = { line, subject, before: {}, after: { ...agent }, command };
  return { change: { ...made, outcome: 'created' }, commit };
}

const NEWCOMER: Agent = {
  externalId: null,
  name: '',
  teamId: null,
  skills: [],
  capacity: STANDARD_CAPACITY,
};

/** Units and weights replace each what they name. */
function wantedOf(
  { externalId, name, skills, units, weights }: WantedAgent,
  { capacity }: Agent,
  teamId: string | undefined,
) {
  const wanted = { units: units ?? capacity.units, weights: weights ?? capacity.weights };
  return { externalId, name, skills, teamId, capacity: wanted };
}

/** The desk is owed what it reads: skills and capacity. */
function changeOf(
  change: Omit<Change, 'outcome'> & { readonly after: Partial<Agent> },
  agent: Agent,
): Change {
  const { skills, capacity } = change.after;
  const isForDesk = skills !== undefined || capacity !== undefined;
  return {
    ...change,
    outcome: Object.keys(change.after).length === 0 ? 'unchanged' : 'changed',
    ...(isForDesk && { command: commandFor('change-agent', change.subject, agent) }),
  };
}

function commandFor(
  type: 'register-agent' | 'change-agent',
  id: string,
  { skills, capacity }: Agent,
): Command {
  return { type, agentId: asId<'agent'>(id), skills, capacity };
}

/** Without an id the row names none; undefined where there is none such, which is noted. */
function teamOf(
  known: Known,
  { wanted: { team }, row }: Asked<WantedAgent>,
  note: Note,
): { readonly id: string | undefined } | undefined {
  if (team === undefined) return { id: undefined };
  const id = known.teams.get(team) ?? known.teams.get(foldName(team));
  if (id !== undefined) return { id };
  note(cellOf(row, 'team'), { code: 'team-unknown', expected: 'the id or the name of a team' });
  return undefined;
}

async function apply(
  trx: Transaction<Tables>,
  centre: string,
  { changes, known }: { changes: readonly Change[]; known: Known },
): Promise<void> {
  const profiles = changes
    .filter(({ outcome }) => outcome !== 'unchanged')
    .flatMap(({ subject: id }) => {
      const agent = known.byId.get(id);
      return agent === undefined ? [] : { id, ...agent };
    });
  const isNew = ({ id }: { readonly id: string }): boolean => known.newIds.has(id);
  await addProfiles(trx, centre, profiles.filter(isNew));
  await saveProfiles(
    trx,
    centre,
    profiles.filter((profile) => !isNew(profile)),
  );
}
