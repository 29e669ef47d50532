import { isSynchronous } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import { present } from '../desk.ts';
import type { AgentRecord, MatterRecord, WorkRecord } from '../desk-records.ts';
import { byArrival } from '../routing/by-arrival.ts';
import { renewReservations } from '../routing/end-reservation.ts';
import { feedAgents } from '../routing/feed-agent.ts';
import { placeWork } from '../routing/place-work.ts';
import { isCarried } from './members.ts';

/**
 * Puts aside what waits of the matter of an item that is answered, with whoever answers it. Whoever is on the
 * line, or in a chat, is there and waits on. What its customer has chosen to wait for somebody with stays as he
 * chose it. Returns whose offers were withdrawn for it, and who are to be fed.
 *
 * Source: docs/decisions/0035-linked-items.md
 */
export function pauseOthers(decision: Decision, by: WorkRecord): readonly AgentRecord[] {
  const { matter } = by;
  if (matter === undefined || matter.isShared || matter.items.size === 1) return NOBODY;
  const answering = present(by.agent);
  const freed: AgentRecord[] = [];
  for (const work of [...matter.items].filter(isPausable).sort(byArrival)) {
    const { id: workId, agent } = work;
    if (agent !== undefined) {
      const reason = 'matter-answered';
      emit(decision, { type: 'offer-withdrawn', v: 1, workId, agentId: agent.id, reason });
      freed.push(agent);
    }
    const [agentId, byWorkId] = [answering.id, by.id];
    emit(decision, { type: 'work-paused', v: 1, workId, agentId, byWorkId });
  }
  return freed;
}

const NOBODY: readonly AgentRecord[] = [];

function isPausable({ status, reservation, callback, class: { need } }: WorkRecord): boolean {
  if (isSynchronous(need.channel) || reservation?.isChosen === true) return false;
  // Somebody waits to be called.
  if (callback !== undefined) return false;
  return status === 'waiting' || status === 'offered';
}

/** Puts aside what waits of a matter of which somebody has an item in work: with whoever has the one that came in first. */
export function pauseWaiting(decision: Decision, matter: MatterRecord | undefined): void {
  if (matter === undefined || matter.isShared) return;
  const [first] = [...matter.items].filter(isCarried).sort((a, b) => a.order - b.order);
  if (first === undefined) return;
  feedAgents(decision, pauseOthers(decision, first));
}

/** Whoever handles a matter now knows the customers of all its items: what is reserved may be for him. */
export function renewMatter(decision: Decision, matter: MatterRecord | undefined): void {
  if (matter === undefined || matter.items.size === 1) return;
  renewReservations(decision, matter.items);
}

/**
 * Lets wait again what was put aside for an item that its agent has let go of. Returns it: it is placed once he
 * has been fed, so that it goes before nobody who has waited longer for him.
 */
export function endPauses(
  decision: Decision,
  { work: { id }, agent }: { readonly work: WorkRecord; readonly agent: AgentRecord },
): readonly WorkRecord[] {
  if (agent.deferred.length === 0) return NOTHING;
  const paused = agent.deferred.filter(({ pausedById }) => pausedById === id);
  paused.sort((a, b) => a.order - b.order);
  for (const work of paused) endPause(decision, work);
  return paused.sort(byArrival);
}

const NOTHING: readonly WorkRecord[] = [];

/** Lets an item that was put aside wait again. */
export function endPause(decision: Decision, { id: workId, agent }: WorkRecord): void {
  emit(decision, { type: 'pause-ended', v: 1, workId, agentId: present(agent).id });
}

/** Places what waits again, as far as nobody has been offered it meanwhile. */
export function placeBack(decision: Decision, back: readonly WorkRecord[]): void {
  for (const work of back) if (work.status === 'waiting') placeWork(decision, work);
}
