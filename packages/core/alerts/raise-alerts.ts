import { listKnown } from '../bonds/known.ts';
import { isSynchronous } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Advice, Rung } from './alert-messages.ts';
import { heightOf } from './alert-record.ts';
import { rungAt } from './alert-times.ts';
import { willBeLate } from './predict-wait.ts';

/** The transfer of an item of which those who watch over it are told. Source: docs/decisions/0024-the-other-rules-of-offering.md */
const TRANSFERS_TOLD = 3;

/** Tells that an item will be late, where it was put into the queues just now and nothing was told of it before. */
export function predictAlert(decision: Decision, work: WorkRecord): void {
  if (work.alertHeight > 0) return;
  if (willBeLate(decision.desk, work, decision.at)) raise(decision, work, 'predicted');
}

/** Tells of an item what has fallen due: the rung that it has reached, or that nobody did anything about the last. */
export function raiseAlerts(decision: Decision, work: WorkRecord): void {
  if (work.status !== 'waiting' && work.status !== 'offered') return;
  const { at, desk } = decision;
  const reached = (['exceeded', 'approaching'] as const).find(
    (rung) => (rungAt(work, rung, desk.policy) ?? Infinity) <= at,
  );
  if (reached !== undefined && work.alertHeight < heightOf(reached)) {
    raise(decision, work, reached);
    return;
  }
  const { alert } = work;
  if (alert?.agentId === undefined || alert.escalatesAt === 0 || alert.escalatesAt > at) return;
  const { rung, agentId } = alert;
  emit(decision, { type: 'alert-escalated', v: 1, workId: work.id, rung, agentId });
}

/** Tells those who watch over it that an item has been handed on as often as nobody should be. */
export function alertOfTransfers(decision: Decision, work: WorkRecord): void {
  if (work.transferCount !== TRANSFERS_TOLD) return;
  const dueAt = rungAt(work, 'exceeded', decision.desk.policy);
  emit(decision, {
    type: 'alert-raised',
    v: 1,
    workId: work.id,
    rung: 'handed-on',
    advice: 'find-somebody',
    ...(dueAt !== undefined && { dueAt }),
  });
}

function raise(decision: Decision, work: WorkRecord, rung: Rung): void {
  const { at, desk } = decision;
  const { policy } = desk;
  const isLive = isSynchronous(work.class.need.channel);
  const agent = work.agent ?? firstThere(decision, work);
  const afterMs = isLive ? policy.escalationMsSynchronous : policy.escalationMsAsynchronous;
  const dueAt = rungAt(work, 'exceeded', policy);
  const isToldOn = agent !== undefined && rung !== 'exceeded';
  emit(decision, {
    type: 'alert-raised',
    v: 1,
    workId: work.id,
    rung,
    ...(agent !== undefined && { agentId: agent.id }),
    advice: adviceFor(work, agent, isLive),
    ...(dueAt !== undefined && { dueAt }),
    ...(isToldOn && { escalatesAt: at + afterMs }),
  });
}

/** Of those known to the customer the first who is at work. */
function firstThere({ desk }: Decision, { known }: WorkRecord): AgentRecord | undefined {
  return listKnown(desk, known).find(({ agent }) => agent.state !== 'signed-out')?.agent;
}

function adviceFor(work: WorkRecord, agent: AgentRecord | undefined, isLive: boolean): Advice {
  if (agent === undefined) return isLive ? 'call-back-later' : 'hurry';
  return agent.carried.length > 0 && work.agent !== agent ? 'hand-one-over' : 'hurry';
}
