import { type Decision, emit } from '../decision.ts';
import { present } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { followKept } from './follow-kept.ts';

/** Gives an agent back what his deputy has put off for him and not touched since. */
export function handBack(
  decision: Decision,
  agent: AgentRecord,
  deputy: AgentRecord | undefined,
): void {
  if (deputy === undefined) return;
  const covered = deputy.deferred.filter(({ deferredFor }) => deferredFor === agent);
  covered.sort((a, b) => a.order - b.order);
  for (const work of covered) handDeferral(decision, work, agent);
}

/** Makes what somebody has put off another's, until the same moment. */
export function handDeferral(
  decision: Decision,
  { id: workId, agent, deferredUntil: untilAt }: WorkRecord,
  to: AgentRecord,
): void {
  const from = present(agent);
  const [agentId, toAgentId] = [from.id, to.id];
  emit(decision, { type: 'deferral-handed', v: 1, workId, agentId, toAgentId, untilAt });
  followKept(decision, from);
  followKept(decision, to);
}

/**
 * Ends an absence; nobody stands in any more. Returns whether somebody did: what is reserved for nobody any more is
 * then to be ended, once those who are free have been offered what waits longest.
 */
export function passAbsence(decision: Decision, agent: AgentRecord): boolean {
  const isCovered = agent.absence?.deputy !== undefined;
  emit(decision, { type: 'absence-ended', v: 1, agentId: agent.id });
  return isCovered;
}

/** Ends the absence of somebody who is here again, and gives him his work back. Returns what `passAbsence` does. */
export function endAbsence(decision: Decision, agent: AgentRecord): boolean {
  const { absence } = agent;
  if (absence === undefined) return false;
  const isCovered = passAbsence(decision, agent);
  handBack(decision, agent, absence.deputy);
  return isCovered;
}
