import {
  asId,
  type Capacity,
  profileRefusal,
  type SkillLevel,
  STANDARD_CAPACITY,
} from '@rapport/core';
import type { RouteAnswer, RouteName } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import { oweRetirement } from '../agents/owe-retirement.ts';
import { saveAgent } from '../agents/save-agent.ts';
import { type OutboxRooms, settleOwed } from '../host/run-outbox.ts';
import { createdId } from '../identity/mint-id.ts';
import type { Tables } from '../store/tables.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { fieldProblem, problemOfRefusal } from './problems.ts';
import {
  answer,
  type Call,
  give,
  type Handler,
  notFound,
  type Response,
  type Rooms,
} from './respond.ts';

type AgentAnswer = RouteAnswer<'getAgent'>;

export const createAgent: Handler<'createAgent'> = async (call, rooms) => {
  const { capacity = STANDARD_CAPACITY, teamId = null, ...body } = call.body;
  const agentId = createdId('agent', call.commandId);
  const saved = await save({ agentId, teamId, capacity, ...body }, call, rooms);
  return saved.ok ? answer({ agentId, ...saved.answer }) : saved;
};

export const changeAgent: Handler<'changeAgent'> = async (call, rooms) => {
  const { agentId } = call.params;
  // The desk is asked, because the view may not know yet who was made a moment ago.
  const known = await rooms.host.ask(({ agents }) =>
    structuredClone(agents.get(asId<'agent'>(agentId))?.capacity),
  );
  if (known === undefined) return notFound(`agent ${agentId}`);
  const { teamId = null, capacity = known, ...body } = call.body;
  return await save({ agentId, teamId, capacity, ...body }, call, rooms);
};

export const retireAgent: Handler<'retireAgent'> = async (call, rooms) => {
  const { commandId, principal, params, query } = call;
  const { successorId } = query;
  const leaver = {
    agentId: asId<'agent'>(params.agentId),
    ...(successorId !== undefined && { successorId: asId<'agent'>(successorId) }),
  };
  const owed = await oweRetirement(rooms, { actor: principal.id, commandId }, leaver);
  if (!owed.ok) return { ok: false, problem: problemOfRefusal(owed.refusal) };
  return await settledAnswer(rooms, commandId);
};

export const listAgents: Handler<'listAgents'> = async ({ query }, rooms) => {
  const { limit = 50, state } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = agentRows(rooms);
  if (state !== undefined) select = select.where('a.state', '=', state);
  if (cursor.answer !== undefined) select = select.where('a.id', '>', cursor.answer.id);
  const rows = await select
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
  return answer(pageOf(rows.map(agentAnswer), limit, lastOf));
};

export const getAgent: Handler<'getAgent'> = async ({ params }, rooms) => {
  const row = await agentRows(rooms).where('a.id', '=', params.agentId).executeTakeFirst();
  return row === undefined ? notFound(`agent ${params.agentId}`) : answer(agentAnswer(row));
};

export const setMyState: Handler<'setMyState'> = (call, rooms) => {
  const { agentId } = call.principal;
  if (agentId === undefined) throw new Error('a route as an agent let in somebody who is none');
  return give({ type: 'set-agent-state', agentId, ...call.body }, call, rooms);
};

export const setAgentState: Handler<'setAgentState'> = (call, rooms) => {
  const agentId = asId<'agent'>(call.params.agentId);
  return give({ type: 'set-agent-state', agentId, ...call.body }, call, rooms);
};

export const setBusyIntervals: Handler<'setBusyIntervals'> = (call, rooms) => {
  const agentId = asId<'agent'>(call.params.agentId);
  return give({ type: 'set-busy-intervals', agentId, ...call.body }, call, rooms);
};

interface Profile {
  readonly agentId: string;
  readonly piiName: string;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
  readonly isInterruptible?: boolean;
  readonly teamId: string | null;
}

/** Saves the profile and gives the desk what it is owed for it at once, rather than in a moment. */
async function save(
  { agentId, piiName, skills, capacity, isInterruptible = false, teamId }: Profile,
  { commandId, principal, onlyFrom }: Pick<Call<RouteName>, 'commandId' | 'principal' | 'onlyFrom'>,
  { db, centre, host }: Rooms,
): Promise<Response<{ position: number }>> {
  const refusal = profileRefusal(skills, capacity);
  if (refusal !== undefined) return { ok: false, problem: problemOfRefusal(refusal) };
  const profile = {
    agentId: asId<'agent'>(agentId),
    name: piiName,
    skills,
    capacity,
    isInterruptible,
    teamId,
  };
  const saved = await saveAgent(db, { centre, actor: principal.id, commandId, onlyFrom }, profile);
  if (!saved.ok) return fieldProblem('teamId', 'a team of this centre');
  return await settledAnswer({ db, centre, host }, commandId);
}

/** Gives the desk what it is owed at once, rather than in a moment. */
async function settledAnswer(
  rooms: OutboxRooms,
  commandId: string,
): Promise<Response<{ position: number }>> {
  const outcome = await settleOwed(rooms, commandId);
  return outcome.ok
    ? answer({ position: outcome.position })
    : { ok: false, problem: problemOfRefusal(outcome.refusal) };
}

function agentRows({ db, centre }: { db: Kysely<Tables>; centre: string }) {
  return db
    .selectFrom('view_agent as a')
    .leftJoin('agent_profile as p', (join) =>
      join.onRef('p.centre', '=', 'a.centre').onRef('p.agent_id', '=', 'a.id'),
    )
    .selectAll('a')
    .select(sql<string | null>`p.pii_name`.as('pii_name'))
    .select(sql<string | null>`p.team_id`.as('team_id'))
    .where('a.centre', '=', centre);
}

type AgentRow = Awaited<ReturnType<ReturnType<typeof agentRows>['executeTakeFirstOrThrow']>>;

function agentAnswer(row: AgentRow): AgentAnswer {
  return {
    agentId: row.id,
    ...(row.pii_name !== null && { piiName: row.pii_name }),
    ...(row.team_id !== null && { teamId: row.team_id }),
    state: row.state as AgentAnswer['state'],
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.return_at !== null && { returnAt: row.return_at }),
    stateSince: row.state_since,
    isBusy: row.is_busy,
    skills: JSON.parse(row.skills) as AgentAnswer['skills'],
    capacity: capacityOf(row),
    ...(row.is_interruptible && { isInterruptible: true }),
  };
}

function capacityOf({ capacity }: Pick<AgentRow, 'capacity'>): AgentAnswer['capacity'] {
  return JSON.parse(capacity) as AgentAnswer['capacity'];
}

function lastOf({ agentId }: AgentAnswer): Cursor {
  return { key: 0, id: agentId };
}
