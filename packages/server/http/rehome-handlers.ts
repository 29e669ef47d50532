import { asId } from '@rapport/core';
import { give, type Handler } from './respond.ts';

export const rehomeBonds: Handler<'rehomeBonds'> = (call, rooms) => {
  const agentId = asId<'agent'>(call.params.agentId);
  const { toAgentId } = call.body;
  const heir = toAgentId === undefined ? {} : { toAgentId: asId<'agent'>(toAgentId) };
  return give({ type: 'rehome-bonds', agentId, ...heir }, call, rooms);
};

export const restoreBonds: Handler<'restoreBonds'> = (call, rooms) => {
  const agentId = asId<'agent'>(call.params.agentId);
  return give({ type: 'restore-bonds', agentId }, call, rooms);
};
