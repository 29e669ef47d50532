import type { AgentTime } from './measure-calls.ts';
import type { Scenario } from './scenario.ts';
import { spanSet } from './span-set.ts';

/**
 * What the agents of the log did with their time, as far as it shows: they were on duty in the
 * shifts concluded from it, and of those busy with their conversations and for the scenario's pause
 * after each. A moment in two conversations counts once. Calls of which the log does not know the
 * agent or the service add nothing.
 */
export function loggedTime({ calls, shifts, pauseMs }: Scenario): AgentTime {
  const served = calls.flatMap(({ loggedAgentId, call: { service } }) =>
    loggedAgentId === undefined || service === undefined
      ? []
      : [
          {
            agentId: loggedAgentId,
            fromAt: service.startedAt,
            untilAt: service.endedAt + pauseMs,
          },
        ],
  );
  const servedByAgent = Map.groupBy(served, ({ agentId }) => agentId);
  const busyByAgent = new Map(
    [...servedByAgent].map(([agentId, spans]) => [agentId, spanSet(spans)]),
  );
  let busyMs = 0;
  let dutyMs = 0;
  for (const { agentId, startsAt, endsAt } of shifts) {
    busyMs += busyByAgent.get(agentId)?.overlapMs(startsAt, endsAt) ?? 0;
    dutyMs += endsAt - startsAt;
  }
  return { busyMs, dutyMs };
}
