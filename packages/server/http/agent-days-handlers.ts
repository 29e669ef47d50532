import { type AgentId, asId, type Command } from '@rapport/core';
import type { RouteAnswer, RouteInput } from '@rapport/protocol';
import { daysOf } from '../live/floor-rows.ts';
import { answer, give, type Handler, notFound } from './respond.ts';

export const setRoster: Handler<'setRoster'> = (call, rooms) => {
  const agentId = asId<'agent'>(call.params.agentId);
  return give({ type: 'set-roster', agentId, ...call.body }, call, rooms);
};

export const getRoster: Handler<'getRoster'> = async ({ params }, { db, centre }) => {
  const row = await db
    .selectFrom('view_agent')
    .select(['duty_intervals', 'break_intervals', 'wind_down', 'absent_until', 'deputy_id'])
    .where('centre', '=', centre)
    .where('id', '=', params.agentId)
    .executeTakeFirst();
  if (row === undefined) return notFound(`agent ${params.agentId}`);
  return answer({
    dutyIntervals: JSON.parse(row.duty_intervals) as Roster['dutyIntervals'],
    breakIntervals: JSON.parse(row.break_intervals) as Roster['breakIntervals'],
    ...daysOf(row),
  });
};

type Roster = RouteAnswer<'getRoster'>;

export const declareAbsence: Handler<'declareAbsence'> = (call, rooms) =>
  give(absenceOf(asId<'agent'>(call.params.agentId), call.body), call, rooms);

export const cancelAbsence: Handler<'cancelAbsence'> = (call, rooms) => {
  const agentId = asId<'agent'>(call.params.agentId);
  return give({ type: 'cancel-absence', agentId }, call, rooms);
};

export const declareMyAbsence: Handler<'declareMyAbsence'> = (call, rooms) =>
  give(absenceOf(ownAgentId(call.principal), call.body), call, rooms);

export const cancelMyAbsence: Handler<'cancelMyAbsence'> = (call, rooms) =>
  give({ type: 'cancel-absence', agentId: ownAgentId(call.principal) }, call, rooms);

function absenceOf(
  agentId: AgentId,
  { untilAt, deputyId }: RouteInput<'declareAbsence'>['body'],
): Command {
  const deputy = deputyId === undefined ? {} : { deputyId: asId<'agent'>(deputyId) };
  return { type: 'declare-absence', agentId, untilAt, ...deputy };
}

function ownAgentId({ agentId }: { readonly agentId?: AgentId | undefined }): AgentId {
  if (agentId === undefined) throw new Error('a route as an agent let in somebody who is none');
  return agentId;
}
