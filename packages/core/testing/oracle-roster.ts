import type { AgentId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { WindDownReason } from '../roster/roster-messages.ts';
import type { Instant } from '../time.ts';
import { openItem } from './oracle-model.ts';
import { callsOf } from './oracle-kept.ts';
import type { Acquaintance } from './oracle-bonds.ts';
import type { Model, ModelAgent } from './oracle-records.ts';

/** What keeps live work from him, and around which moment; of several the one that began first. */
export function windDownAt(
  model: Model,
  agent: ModelAgent,
  at: Instant,
): { reason: WindDownReason; startsAt: Instant } | undefined {
  const { windDownMs } = model.policy;
  const { dutyIntervals = [], breakIntervals = [] } = agent.roster ?? {};
  const calls = callsOf(model, agent);
  if (agent.roster === undefined && calls.length === 0) return undefined;
  const ends = dutyIntervals
    .map(({ untilAt }) => untilAt)
    .filter((end) => !dutyIntervals.some(({ fromAt }) => fromAt === end));
  const all = [
    ...breakIntervals.map(({ fromAt, untilAt }) => ({
      ...{ reason: 'break' as const, startsAt: fromAt },
      ...{ fromAt: fromAt - windDownMs, untilAt },
    })),
    ...ends.map((end) => ({
      ...{ reason: 'end-of-shift' as const, startsAt: end },
      ...{ fromAt: end - windDownMs, untilAt: end + windDownMs },
    })),
    ...calls.map(({ fromAt, untilAt, dueAt }) => ({
      ...{ reason: 'callback' as const, startsAt: dueAt },
      ...{ fromAt, untilAt },
    })),
  ].filter(({ fromAt, untilAt }) => fromAt < untilAt);
  let current = all.filter(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
  if (current.length === 0) return undefined;
  // What touches what is on now is one with it, and the first of them says why.
  for (;;) {
    const from = Math.min(...current.map(({ fromAt }) => fromAt));
    const more = all.filter(({ fromAt, untilAt }) => fromAt <= from && untilAt >= from);
    if (more.every((each) => current.includes(each))) break;
    current = all.filter((each) => current.includes(each) || more.includes(each));
  }
  current.sort((a, b) => a.fromAt - b.fromAt || a.startsAt - b.startsAt);
  return current[0];
}

/** When the wind-down that is on at `at` ends. */
export function windDownEnd(model: Model, agent: ModelAgent, at: Instant): Instant | undefined {
  return windDownBoundaries(model, agent, at).toSorted((a, b) => a - b)[0];
}

/** The moments after `at` at which he begins or ceases to wind down. */
export function windDownBoundaries(
  model: Model,
  agent: ModelAgent,
  at: Instant,
): readonly Instant[] {
  const { breakIntervals = [], dutyIntervals = [] } = agent.roster ?? {};
  const { windDownMs } = model.policy;
  const moments = [
    ...callsOf(model, agent).flatMap(({ fromAt, untilAt }) => [fromAt, untilAt]),
    ...breakIntervals.flatMap(({ fromAt, untilAt }) => [fromAt - windDownMs, untilAt]),
    ...dutyIntervals.flatMap(({ untilAt }) => [untilAt - windDownMs, untilAt + windDownMs]),
  ];
  const isOn = (moment: Instant): boolean => windDownAt(model, agent, moment) !== undefined;
  return moments.filter((moment) => moment > at && isOn(moment) !== isOn(moment - 1));
}

/** When somebody who should not be there at `at` is on duty again. */
export function nextDuty({ roster }: ModelAgent, at: Instant): Instant | undefined {
  const duties = roster?.dutyIntervals ?? [];
  if (duties.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt)) return undefined;
  const begins = duties.map(({ fromAt }) => fromAt).filter((begin) => begin > at);
  return begins.length === 0 ? undefined : Math.min(...begins);
}

/** Behind the first who is away stands his deputy, unless he comes before anyway. */
export function withDeputy(
  model: Model,
  acquainted: readonly Acquaintance[],
): readonly Acquaintance[] {
  const deputyOf = (agentId: AgentId): AgentId | undefined =>
    model.agents.get(agentId)?.absence?.deputyId;
  const index = acquainted.findIndex(({ agentId }) => deputyOf(agentId) !== undefined);
  const away = acquainted[index];
  const agentId = away && deputyOf(away.agentId);
  if (agentId === undefined) return acquainted;
  const before = acquainted.slice(0, index + 1);
  if (before.some((each) => each.agentId === agentId)) return acquainted;
  const after = acquainted.slice(index + 1).filter((each) => each.agentId !== agentId);
  return [...before, { agentId, standing: 'deputy', strength: 0.8 }, ...after];
}

/** What an absence has to bring about at once, and what its deputy may be handed. */
export function absenceFaults(model: Model, event: DeskEvent): readonly string[] {
  if (event.type !== 'deferral-handed') return [];
  const { workId, agentId, toAgentId } = event;
  const item = openItem(model, workId);
  const isBack = item?.deferredForId === toAgentId;
  const owner = item?.deferredForId ?? agentId;
  // Whoever covers for somebody may go away himself.
  const isForDeputy = [owner, agentId].some(
    (id) => model.agents.get(id)?.absence?.deputyId === toAgentId,
  );
  return isBack || isForDeputy ? [] : [`${workId} was handed to ${toAgentId}, who is no deputy`];
}

/** Nobody is away and ready, and what comes back meanwhile is with the deputy. */
export function leftBehind(model: Model, agentId: AgentId): readonly string[] {
  const agent = model.agents.get(agentId);
  const absence = agent?.absence;
  if (agent === undefined || absence === undefined) return [];
  const kept = [...model.places.deferred].filter(
    (item) => item.agentId === agentId && item.deferredUntil < absence.untilAt,
  );
  return [
    ...(agent.state === 'ready' ? [`${agentId} is away and ready`] : []),
    ...(absence.deputyId === undefined ? [] : kept.map(({ id }) => `${id} stays with ${agentId}`)),
  ];
}
