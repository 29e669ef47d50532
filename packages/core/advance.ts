import { beginDecision, type Decision } from './decision.ts';
import { type Desk, present } from './desk.ts';
import type { WorkRecord } from './desk-records.ts';
import type { DeskEvent } from './messages.ts';
import { isSynchronous } from './channel.ts';
import { feedAgent } from './routing/feed-agent.ts';
import { placeWork } from './routing/place-work.ts';
import { firstDueAgent, firstDueWork } from './routing/timers.ts';
import type { Instant } from './time.ts';

/**
 * Decides all that has fallen due by `at`, as of `at`, and returns what happened: busy intervals that
 * began or ended, offers that nobody answered, exclusions that ended. Drivers that want each thing to
 * happen at its own moment call it with each `nextDueAt` in turn.
 */
export function advance(desk: Desk, at: Instant): readonly DeskEvent[] {
  const decision = beginDecision(desk, at);
  passBusyBoundaries(decision);
  for (;;) {
    const work = firstDueWork(desk, at);
    if (work === undefined) return decision.events;
    passWorkTimer(decision, work);
  }
}

/**
 * Takes the desk's work up again after an interruption: offers that were open are void without blame,
 * because nobody can tell who saw them, and are made anew. Returns no event when none was open.
 */
export function resume(desk: Desk, at: Instant): readonly DeskEvent[] {
  const decision = beginDecision(desk, at);
  const offered = [...desk.work.values()]
    .filter(({ status }) => status === 'offered')
    .sort((a, b) => a.order - b.order);
  if (offered.length === 0) return decision.events;
  decision.emit({ type: 'desk-resumed', v: 1 });
  const asked = offered.map((work) => present(work.agent));
  for (const [index, { id: workId }] of offered.entries()) {
    const agentId = present(asked[index]).id;
    decision.emit({ type: 'offer-withdrawn', v: 1, workId, agentId, reason: 'desk-resumed' });
  }
  passBusyBoundaries(decision);
  // Agents before items: whoever has waited longest goes before an item that was offered a moment ago.
  for (const agent of asked) feedAgent(decision, agent);
  for (const work of offered) if (work.status === 'waiting') placeWork(decision, work);
  return decision.events;
}

/** Comes before everything else that is due, so that nobody is asked who is busy by now. */
function passBusyBoundaries(decision: Decision): void {
  const { desk, at, emit } = decision;
  for (;;) {
    const agent = firstDueAgent(desk, at);
    if (agent === undefined) return;
    const current = agent.busyIntervals.find(({ untilAt }) => untilAt > at);
    const isBusy = current !== undefined && current.fromAt <= at;
    emit({ type: isBusy ? 'agent-busy-began' : 'agent-busy-ended', v: 1, agentId: agent.id });
    if (!isBusy) feedAgent(decision, agent);
  }
}

function passWorkTimer(decision: Decision, work: WorkRecord): void {
  const { at } = decision;
  if (work.status === 'offered' && work.offerExpiresAt <= at) {
    expireOffer(decision, work);
    return;
  }
  for (const { agent, until } of work.exclusions) {
    if (until > at) continue;
    decision.emit({ type: 'exclusion-ended', v: 1, workId: work.id, agentId: agent.id });
  }
  if (work.status === 'waiting') placeWork(decision, work);
}

/** Ring no answer: on a live channel the agent is not ready until he says so himself. */
function expireOffer(decision: Decision, work: WorkRecord): void {
  const { desk, at, emit } = decision;
  const agent = present(work.agent);
  const agentId = agent.id;
  const excludedUntil = at + desk.policy.exclusionMs;
  emit({ type: 'offer-expired', v: 1, workId: work.id, agentId, excludedUntil });
  if (isSynchronous(work.class.need.channel)) {
    const reason = 'ring-no-answer';
    emit({ type: 'agent-state-changed', v: 1, agentId, state: 'not-ready', reason });
  }
  placeWork(decision, work);
  feedAgent(decision, agent);
}
