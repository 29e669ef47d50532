import type { AgentId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { OutageEvent } from '../outage/outage-messages.ts';
import type { Instant } from '../time.ts';
import { isLive } from './oracle-choice.ts';
import { openItem } from './oracle-model.ts';
import { isOfOutage, type ModelOutage } from './oracle-outage-record.ts';
import type { Model } from './oracle-records.ts';

/** An outage is told in the moment in which enough have missed something, and not again; it ends when it may, and when it must. */
export function outageFaults(model: Model, event: DeskEvent, at: Instant): readonly string[] {
  const { outage } = model;
  const { due } = outage;
  outage.due = undefined;
  if (isOfOutage(event)) return toldFaults(model, { event, at, due });
  const wrong = due === undefined ? [] : [`${due} did not follow, but ${event.type}`];
  if (event.type === 'agent-state-changed') return [...wrong, ...reasonFaults(outage, event)];
  const missing = missedBy(model, event);
  if (missing !== undefined) noteMiss(model, missing, at);
  const back = reachedBy(model, event);
  if (back === undefined) return wrong;
  const isAmong = outage.misses.some(({ agentId }) => agentId === back);
  if (outage.isSuspected && event.type === 'offer-accepted') {
    if (isAmong) outage.due = 'outage-ended';
  } else outage.misses = outage.misses.filter(({ agentId }) => agentId !== back);
  return wrong;
}

/** What should have followed the last event of a row. */
export function untoldOutage(outage: ModelOutage): readonly string[] {
  const { due } = outage;
  outage.due = undefined;
  return due === undefined ? [] : [`${due} did not follow`];
}

/** When a suspected outage is over by itself. */
export function outageDueAt({ outage, policy }: Model): number {
  return outage.isSuspected ? outage.lastAt + policy.outageWindowMs : Infinity;
}

function missedBy(model: Model, event: DeskEvent): AgentId | undefined {
  if (event.type === 'offer-expired') {
    const item = openItem(model, event.workId);
    return item !== undefined && isLive(item) ? event.agentId : undefined;
  }
  if (event.type !== 'agent-reachability-changed' || event.isReachable) return undefined;
  const agent = model.agents.get(event.agentId);
  return agent?.state === 'ready' && !agent.isUnreachable ? event.agentId : undefined;
}

function reachedBy(model: Model, event: DeskEvent): AgentId | undefined {
  if (event.type === 'agent-reachability-changed' && event.isReachable) return event.agentId;
  if (event.type !== 'offer-accepted') return undefined;
  const item = openItem(model, event.workId);
  return item !== undefined && isLive(item) ? event.agentId : undefined;
}

function noteMiss({ outage, policy, agents }: Model, agentId: AgentId, at: Instant): void {
  const { outageWindowMs, outageAgents, outageShare } = policy;
  const others = outage.misses.filter((miss) => miss.agentId !== agentId);
  const isKept = (missedAt: Instant): boolean =>
    outage.isSuspected || missedAt > at - outageWindowMs;
  outage.misses = [...others.filter((miss) => isKept(miss.at)), { agentId, at }];
  outage.lastAt = at;
  const { length: count } = outage.misses;
  const isEnough = count >= outageAgents && count >= outageShare * onDuty(agents);
  if (isEnough && !outage.isSuspected) outage.due = 'outage-suspected';
}

function onDuty(agents: Model['agents']): number {
  return [...agents.values()].filter(({ state }) => state !== 'signed-out').length;
}

function toldFaults(
  model: Model,
  { event, at, due }: { event: OutageEvent; at: Instant; due: ModelOutage['due'] },
): readonly string[] {
  const { outage, agents } = model;
  const { length: count } = outage.misses;
  const wrong: string[] = [];
  if (event.agentCount !== count)
    wrong.push(`${event.type} tells ${event.agentCount}, not ${count}`);
  if (event.type === 'outage-suspected') {
    if (due !== event.type) wrong.push('an outage is suspected that is none');
    if (event.onDutyCount !== onDuty(agents)) wrong.push(`${event.onDutyCount} are on duty?`);
    if (event.sinceAt !== outage.misses[0]?.at) wrong.push(`an outage since ${event.sinceAt}?`);
    outage.isSuspected = true;
    return wrong;
  }
  const isRight = event.reason === 'answered' ? due === event.type : outageDueAt(model) <= at;
  if (!outage.isSuspected || !isRight)
    wrong.push(`an outage ended as ${event.reason}, which it did not`);
  outage.isSuspected = false;
  outage.misses = [];
  return wrong;
}

/** Nobody is blamed for what may be an outage, and nobody excused without one. */
function reasonFaults(
  { isSuspected }: ModelOutage,
  { agentId, reason }: Extract<DeskEvent, { type: 'agent-state-changed' }>,
): readonly string[] {
  const isWrong = reason === (isSuspected ? 'ring-no-answer' : 'outage');
  return isWrong ? [`${agentId} is set aside as ${reason}`] : [];
}
