import { asId } from '@rapport/core';
import { give, type Handler } from './respond.ts';
import { completionOf, transferOf } from './work-commands.ts';

export const takeWorkOver: Handler<'takeWorkOver'> = (call, rooms) =>
  give(transferOf(carried(call.params), call.body), call, rooms);

export const completeForAgent: Handler<'completeForAgent'> = (call, rooms) =>
  give(completionOf(carried(call.params), call.body), call, rooms);

export const assignWork: Handler<'assignWork'> = (call, rooms) => {
  const { workId, agentId: toAgentId } = carried(call.params);
  return give({ type: 'assign-work', workId, toAgentId }, call, rooms);
};

export const releaseWork: Handler<'releaseWork'> = (call, rooms) =>
  give({ type: 'assign-work', workId: asId<'work'>(call.params.workId) }, call, rooms);

function carried({ workId, agentId }: { workId: string; agentId: string }) {
  return { workId: asId<'work'>(workId), agentId: asId<'agent'>(agentId) };
}
