import { raiseAlerts } from './alerts/raise-alerts.ts';
import { endDeferral } from './callbacks/decide-callbacks.ts';
import { beginDecision, type Decision, emit } from './decision.ts';
import { type Desk, present } from './desk.ts';
import type { AgentRecord, WorkRecord } from './desk-records.ts';
import type { DeskEvent } from './messages.ts';
import { isSynchronous } from './channel.ts';
import { byArrival } from './routing/by-arrival.ts';
import { endVainAmong, endVainReservations } from './routing/end-reservation.ts';
import { feedAgent, feedAgents } from './routing/feed-agent.ts';
import { relaxWork } from './routing/relax-work.ts';
import { passOutage, suspectOutage } from './outage/suspect-outage.ts';
import { interruptFor, placeWork } from './routing/place-work.ts';
import { passAbsence } from './roster/hand-back.ts';
import { passWindDown } from './roster/pass-wind-down.ts';
import { stopWindingDown } from './roster/stop-winding-down.ts';
import { dueOf, firstDueAgent, firstDueWork } from './routing/timers.ts';
import type { Instant } from './time.ts';
import { passSilence } from './work/decide-turn.ts';
import { endWrapUp } from './work/wrap-up.ts';

/**
 * Decides all that has fallen due by `at`, as of `at`, and returns what happened: busy intervals that
 * began or ended, breaks that are near or over, absences that ended, offers that nobody answered, deferrals,
 * wrap-ups and exclusions that ended, customers who fell silent, alerts. Drivers that want each thing to
 * happen at its own moment call it with each `nextDueAt` in turn.
 */
export function advance(desk: Desk, at: Instant): readonly DeskEvent[] {
  const decision = beginDecision(desk, at);
  passOutage(decision);
  passAgentTimers(decision);
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
    .sort(byArrival);
  if (offered.length === 0) return decision.events;
  emit(decision, { type: 'desk-resumed', v: 1 });
  const asked = offered.map((work) => present(work.agent));
  for (const [index, { id: workId }] of offered.entries()) {
    const agentId = present(asked[index]).id;
    emit(decision, { type: 'offer-withdrawn', v: 1, workId, agentId, reason: 'desk-resumed' });
  }
  // Agents before items: whoever has waited longest goes before an item that was offered a moment ago.
  passAgentTimers(decision, asked);
  for (const work of offered) if (work.status === 'waiting') placeWork(decision, work);
  return decision.events;
}

/**
 * Comes before everything else that is due, so that nobody is asked who is busy by now. All that begins or ends
 * for anybody comes first, then whoever is free is offered what waits longest for him, and only then is anything
 * released that was reserved: it must not go past the others to somebody who has not been fed.
 */
function passAgentTimers(decision: Decision, freed: readonly AgentRecord[] = []): void {
  const idle: AgentRecord[] = [];
  const passed: AgentRecord[] = [];
  let wasCovered = false;
  for (;;) {
    const agent = firstDueAgent(decision.desk, decision.at);
    if (agent === undefined) break;
    const { isIdle, isBack } = passBoundaries(decision, agent);
    if (isIdle) idle.push(agent);
    wasCovered ||= isBack;
    passed.push(agent);
  }
  feedAgents(decision, [...idle, ...freed]);
  for (const agent of passed) endVainReservations(decision, agent);
  if (wasCovered) endVainAmong(decision, decision.desk.work.values());
}

/** Lets pass what is due of an agent. Returns whether he may be idle now, and whether nobody stands in for him any more. */
function passBoundaries(
  decision: Decision,
  agent: AgentRecord,
): { readonly isIdle: boolean; readonly isBack: boolean } {
  const { busyAt, windDownAt, absenceAt } = dueOf(agent);
  const { at } = decision;
  const isPastBreak = windDownAt <= at && passWindDown(decision, agent);
  const isPastMeeting = busyAt <= at && passBusyBoundary(decision, agent);
  const isBack = absenceAt <= at && passAbsence(decision, agent);
  return { isIdle: isPastBreak || isPastMeeting, isBack };
}

/** Returns whether he is not busy any more. */
function passBusyBoundary(decision: Decision, agent: AgentRecord): boolean {
  const { at } = decision;
  const { id: agentId } = agent;
  const current = agent.busyIntervals.find(({ untilAt }) => untilAt > at);
  const isBusy = current !== undefined && current.fromAt <= at;
  emit(decision, { type: isBusy ? 'agent-busy-began' : 'agent-busy-ended', v: 1, agentId });
  return !isBusy;
}

function passWorkTimer(decision: Decision, work: WorkRecord): void {
  const { at } = decision;
  if (work.status === 'offered' && work.offerExpiresAt <= at) {
    expireOffer(decision, work);
    return;
  }
  if (work.status === 'wrap-up') {
    endWrapUp(decision, { work, agent: present(work.agent) });
    return;
  }
  if (work.turn?.isSilent === false) {
    passSilence(decision, work);
    return;
  }
  const keeper = work.status === 'deferred' ? work.agent : undefined;
  const endedCount = endWhatKeeps(decision, work);
  const isFreed = keeper !== undefined && stopWindingDown(decision, keeper);
  const isRelaxed = relaxWork(decision, work);
  if ((endedCount > 0 || isRelaxed) && work.status === 'waiting') placeWork(decision, work);
  if (isFreed) feedAgent(decision, keeper);
  raiseAlerts(decision, work);
  interruptFor(decision, work);
}

/** Ends what keeps an item from anybody, as far as its time is over. Returns how much of it ended. */
function endWhatKeeps(decision: Decision, work: WorkRecord): number {
  const { events, at } = decision;
  const before = events.length;
  const { id: workId } = work;
  if (work.status === 'deferred') endDeferral(decision, work);
  if (work.reservation !== undefined && work.reservation.untilAt <= at) {
    emit(decision, { type: 'reservation-ended', v: 1, workId, reason: 'time-over' });
  }
  for (const { agent, until } of work.exclusions) {
    if (until > at) continue;
    emit(decision, { type: 'exclusion-ended', v: 1, workId, agentId: agent.id });
  }
  return events.length - before;
}

/**
 * Ring no answer: on a live channel the agent is not ready until he says so himself. That is no blame while an
 * outage is suspected; but nothing is to go on ringing where nobody hears it.
 */
function expireOffer(decision: Decision, work: WorkRecord): void {
  const { desk, at } = decision;
  const agent = present(work.agent);
  const agentId = agent.id;
  const excludedUntil = at + desk.policy.exclusionMs;
  emit(decision, { type: 'offer-expired', v: 1, workId: work.id, agentId, excludedUntil });
  if (isSynchronous(work.class.need.channel)) {
    suspectOutage(decision);
    const reason = desk.outage.sinceAt === undefined ? 'ring-no-answer' : 'outage';
    emit(decision, { type: 'agent-state-changed', v: 1, agentId, state: 'not-ready', reason });
    endVainReservations(decision, agent);
  }
  placeWork(decision, work);
  feedAgent(decision, agent);
}
