import { type Decision, emit } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { wrapUpMs } from '../routing/policy.ts';
import { completeWork } from './complete-work.ts';
import type { ExtendWrapUp } from './wrap-up-messages.ts';

interface Wrapped {
  readonly work: WorkRecord;
  readonly agent: AgentRecord;
}

/** Ends the exchange; what is left to write down has its time, and then the item completes by itself. */
export function beginWrapUp(decision: Decision, { work, agent }: Wrapped): void {
  const [workId, agentId] = [work.id, agent.id];
  const endsAt = decision.at + wrapUpMs(decision.desk.policy, work.class.need.channel);
  emit(decision, { type: 'work-wrapped-up', v: 1, workId, agentId, endsAt });
}

/** Gives a wrap-up its time once more, as often as the policy allows. */
export function extendWrapUp(
  { workId, agentId, reason }: ExtendWrapUp,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const { policy } = decision.desk;
  if (work.extensionCount >= policy.wrapUpExtensionsMax) {
    return { code: 'wrap-up-extended', workId, extensionCount: work.extensionCount };
  }
  const from = Math.max(work.wrapUpEndsAt, decision.at);
  const endsAt = from + wrapUpMs(policy, work.class.need.channel);
  emit(decision, { type: 'wrap-up-extended', v: 1, workId, agentId, reason, endsAt });
  return undefined;
}

/** Completes what nobody completed in time. */
export function endWrapUp(decision: Decision, { work, agent }: Wrapped): void {
  emit(decision, { type: 'wrap-up-ended', v: 1, workId: work.id, agentId: agent.id });
  completeWork(decision, { work, agent });
}
