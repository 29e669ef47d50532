import { withdrawOffer } from '../agents/withdraw-offer.ts';
import { isSynchronous } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import type { Refusal } from '../messages.ts';
import { endPauses, placeBack } from '../matters/pause-work.ts';
import { intervalFault } from '../promises/service-hours.ts';
import { unreachable } from '../result.ts';
import {
  endVainAmong,
  endVainReservations,
  renewReservations,
} from '../routing/end-reservation.ts';
import { byArrival } from '../routing/by-arrival.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { placeWork } from '../routing/place-work.ts';
import { completeWork } from '../work/complete-work.ts';
import { handBack, handDeferral } from './hand-back.ts';
import { followRoster } from './pass-wind-down.ts';
import type { CancelAbsence, DeclareAbsence, RosterCommand, SetRoster } from './roster-messages.ts';

/** Decides a command about an agent's days. Returns why it is refused, or undefined once its events are emitted. */
export function decideRoster(command: RosterCommand, decision: Decision): Refusal | undefined {
  const agent = decision.desk.agents.get(command.agentId);
  if (agent === undefined) return { code: 'agent-unknown', agentId: command.agentId };
  switch (command.type) {
    case 'set-roster':
      return setRoster(command, decision, agent);
    case 'declare-absence':
      return declareAbsence(command, decision, agent);
    case 'cancel-absence':
      return cancelAbsence(command, decision, agent);
    default:
      return unreachable(command);
  }
}

function setRoster(
  { agentId, dutyIntervals, breakIntervals }: SetRoster,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  const fault =
    intervalFault('dutyIntervals', dutyIntervals) ??
    intervalFault('breakIntervals', breakIntervals);
  if (fault !== undefined) return { code: 'field-invalid', ...fault };
  emit(decision, { type: 'roster-set', v: 1, agentId, dutyIntervals, breakIntervals });
  followRoster(decision, agent);
  endVainReservations(decision, agent);
  return undefined;
}

function declareAbsence(
  { agentId, untilAt, deputyId }: DeclareAbsence,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  if (!Number.isSafeInteger(untilAt) || untilAt <= decision.at) {
    return { code: 'field-invalid', field: 'untilAt', expected: 'a moment that is still to come' };
  }
  const refusal = deputyRefusal(deputyId, decision, agent);
  if (refusal !== undefined) return refusal;
  const deputy = deputyId === undefined ? undefined : decision.desk.agents.get(deputyId);
  const earlier = agent.absence?.deputy;
  const given = deputyId === undefined ? {} : { deputyId };
  emit(decision, { type: 'absence-declared', v: 1, agentId, untilAt, ...given });
  leave(decision, agent);
  endVainReservations(decision, agent);
  if (deputy !== earlier) renewReservations(decision, decision.desk.work.values());
  if (deputy !== undefined) handOver(decision, agent, { earlier, deputy, untilAt });
  else if (earlier !== undefined) handBack(decision, agent, earlier);
  return undefined;
}

function deputyRefusal(
  deputyId: AgentId | undefined,
  { desk }: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  if (deputyId === undefined) return undefined;
  const deputy = desk.agents.get(deputyId);
  if (deputy === undefined) return { code: 'agent-unknown', agentId: deputyId };
  const isThere = deputy !== agent && deputy.absence === undefined;
  return isThere ? undefined : { code: 'deputy-unfit', deputyId };
}

/** What can be served by others waits again; a conversation that cannot be moved goes on to its end. */
function leave(decision: Decision, agent: AgentRecord): void {
  const { id: agentId } = agent;
  const reason = 'absent';
  if (agent.state === 'ready') {
    emit(decision, { type: 'agent-state-changed', v: 1, agentId, state: 'not-ready', reason });
  }
  withdrawOffer(decision, agent, 'agent-absent');
  for (const work of inOrder(agent.carried)) letGo(decision, agent, work);
  if (agent.carried.length > 0 || agent.state === 'signed-out') return;
  emit(decision, { type: 'agent-state-changed', v: 1, agentId, state: 'signed-out', reason });
}

function letGo(decision: Decision, agent: AgentRecord, work: WorkRecord): void {
  const { channel } = work.class.need;
  if (work.status === 'wrap-up') {
    completeWork(decision, { work, agent });
    return;
  }
  if (isSynchronous(channel) && channel !== 'chat') return;
  const [workId, agentId] = [work.id, agent.id];
  emit(decision, { type: 'work-released', v: 1, workId, agentId, reason: 'agent-absent' });
  placeWork(decision, work);
  placeBack(decision, endPauses(decision, { work, agent }));
}

/** What comes back while he is away is for the deputy from now on; the moment stays what the customer was told. */
function handOver(
  decision: Decision,
  agent: AgentRecord,
  {
    earlier,
    deputy,
    untilAt,
  }: { earlier: AgentRecord | undefined; deputy: AgentRecord; untilAt: number },
): void {
  const covered = earlier === deputy ? [] : (earlier?.deferred ?? []);
  const handed = [
    ...agent.deferred.filter(({ deferredUntil }) => deferredUntil < untilAt),
    ...covered.filter(({ deferredFor }) => deferredFor === agent),
  ];
  for (const work of inOrder(handed)) handDeferral(decision, work, deputy);
}

function cancelAbsence(
  { agentId }: CancelAbsence,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  const { absence } = agent;
  if (absence === undefined) return { code: 'agent-not-absent', agentId };
  emit(decision, { type: 'absence-cancelled', v: 1, agentId });
  if (absence.deputy !== undefined) endVainAmong(decision, decision.desk.work.values());
  handBack(decision, agent, absence.deputy);
  const { sinceAt, stateBefore: state } = absence;
  const isSoon = decision.at - sinceAt <= decision.desk.policy.absenceUndoMs;
  if (!isSoon || agent.reason !== 'absent' || agent.state === state) return undefined;
  emit(decision, { type: 'agent-state-changed', v: 1, agentId, state });
  if (state === 'ready') feedAgent(decision, agent);
  return undefined;
}

function inOrder(items: readonly WorkRecord[]): readonly WorkRecord[] {
  return items.toSorted(byArrival);
}
