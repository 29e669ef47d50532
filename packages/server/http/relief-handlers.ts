import { asId } from '@rapport/core';
import { give, type Handler } from './respond.ts';
import { completionOf, transferOf } from './work-commands.ts';

export const takeWorkOver: Handler<'takeWorkOver'> = (call, rooms) =>
  give(transferOf(carried(call.params), call.body), call, rooms);

export const completeForAgent: Handler<'completeForAgent'> = (call, rooms) =>
  give(completionOf(carried(call.params), call.body), call, rooms);

function carried({ workId, agentId }: { workId: string; agentId: string }) {
  return { workId: asId<'work'>(workId), agentId: asId<'agent'>(agentId) };
}
