import { type Decision, emit } from '../decision.ts';
import type { WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import type { AcknowledgeAlert } from './alert-messages.ts';

/** Notes that an alert was seen. Returns why it is refused, or undefined. */
export function acknowledgeAlert(
  { workId, agentId }: AcknowledgeAlert,
  decision: Decision,
  { alert }: WorkRecord,
): Refusal | undefined {
  const isHis = agentId === undefined || alert?.agentId === agentId;
  if (alert === undefined || alert.isSeen || !isHis) return { code: 'alert-not-open', workId };
  const by = agentId === undefined ? {} : { agentId };
  emit(decision, { type: 'alert-acknowledged', v: 1, workId, rung: alert.rung, ...by });
  return undefined;
}
