import { asId } from '@rapport/core';
import { isPoorOutcome } from '../organisation/dispositions.ts';
import { answer, give, type Handler } from './respond.ts';
import { completionOf, transferOf } from './work-commands.ts';

export const takeWorkOver: Handler<'takeWorkOver'> = (call, rooms) =>
  give(transferOf(carried(call.params), call.body), call, rooms);

export const completeForAgent: Handler<'completeForAgent'> = async (call, rooms) => {
  const isPoor = await isPoorOutcome(rooms, call.body.disposition);
  return await give(completionOf(carried(call.params), { ...call.body, isPoor }), call, rooms);
};

export const assignWork: Handler<'assignWork'> = (call, rooms) => {
  const { workId, agentId: toAgentId } = carried(call.params);
  return give({ type: 'assign-work', workId, toAgentId }, call, rooms);
};

export const releaseWork: Handler<'releaseWork'> = (call, rooms) =>
  give({ type: 'assign-work', workId: asId<'work'>(call.params.workId) }, call, rooms);

export const acknowledgeAlert: Handler<'acknowledgeAlert'> = (call, rooms) =>
  give({ type: 'acknowledge-alert', workId: asId<'work'>(call.params.workId) }, call, rooms);

export const changeWorkPromise: Handler<'changeWorkPromise'> = async (call, rooms) => {
  const workId = asId<'work'>(call.params.workId);
  const promiseId = asId<'promise'>(call.body.promiseId);
  const before = await rooms.host.ask(({ work }) => work.get(workId)?.class.promise.id);
  const given = await give({ type: 'change-promise', workId, promiseId }, call, rooms);
  return given.ok ? answer({ ...given.answer, beforeId: before ?? promiseId }) : given;
};

function carried({ workId, agentId }: { workId: string; agentId: string }) {
  return { workId: asId<'work'>(workId), agentId: asId<'agent'>(agentId) };
}
