import { asId, heirsOf, leaversWithBonds } from '@rapport/core';
import { agentNames } from '../agents/agent-names.ts';
import { fieldProblem } from './problems.ts';
import { answer, give, type Handler, notFound } from './respond.ts';

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

export const listHeirs: Handler<'listHeirs'> = async ({ params, query }, rooms) => {
  const agentId = asId<'agent'>(params.agentId);
  const heirId = query.toAgentId;
  if (heirId === agentId) return fieldProblem('toAgentId', 'somebody else');
  const found = await rooms.host.ask((desk) => {
    const agent = desk.agents.get(agentId) ?? desk.retiredAgents.get(agentId);
    if (agent === undefined) return agentId;
    const heir = heirId === undefined ? undefined : desk.agents.get(asId<'agent'>(heirId));
    if (heirId !== undefined && heir === undefined) return heirId;
    const at = Math.max(rooms.now(), desk.lastAt);
    return [...heirsOf(desk, { agent, heir, at })].map(([each, count]) => ({
      ...(each !== undefined && { agentId: each.id }),
      ...count,
    }));
  });
  return typeof found === 'string' ? notFound(`agent ${found}`) : answer({ items: found });
};

export const listLeavers: Handler<'listLeavers'> = async (_call, rooms) => {
  const left = await rooms.host.ask((desk) =>
    [...leaversWithBonds(desk, Math.max(rooms.now(), desk.lastAt))].map(([agent, count]) => ({
      agentId: agent.id,
      ...count,
    })),
  );
  const names = await agentNames(
    rooms,
    left.map(({ agentId }) => agentId),
  );
  return answer({
    items: left.map((each) => ({ ...each, piiName: names.get(each.agentId) ?? each.agentId })),
  });
};
