import type { CallbackMissed, CallbackPromised } from '../callbacks/callback-messages.ts';
import type { AgentId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WaitChosen } from '../work/choice-messages.ts';
import { namesOf } from './oracle-bonds.ts';
import { isAble, isBusyAt, isLive, isRefused, teamOf } from './oracle-choice.ts';
import { openItem, openItems } from './oracle-model.ts';
import { callsOf, GRACE_MS, isToCall } from './oracle-kept.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';
import { backAt, longHandleMs } from './oracle-reservation.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Watches over what customers were promised, from one event to the next. */
export interface CallbackWatch {
  /** Looks at an event that the model does not have yet; undefined where it says nothing of it. */
  readonly before: (event: DeskEvent, at: Instant) => readonly string[] | undefined;
  /** Looks at it once the model has it. */
  readonly after: (event: DeskEvent, at: Instant) => void;
  readonly settle: () => readonly string[];
}

interface Kept {
  readonly agentId: AgentId;
  readonly keptUntilAt: Instant;
}

/**
 * A call is promised by somebody who knows the customer, is able, and can be there; it comes back at its
 * moment, for him alone for five minutes where he is expected; nobody calls more than thrice; and whoever comes
 * before he was called is called no more.
 */
export function watchCallbacks(model: Model): CallbackWatch {
  const due = new Map<WorkId, Kept>();
  const toMeet = new Map<WorkId, WorkId>();
  let returning: Kept | undefined;
  return {
    before: (event, at) => {
      if (event.type === 'callback-promised') return promiseFaults(model, event, at);
      if (event.type === 'callback-missed') return missFaults(model, event, at);
      if (event.type === 'deferral-ended') returning = promiserOf(model, event.workId);
      // What comes back to be called is kept without a choice.
      if (event.type === 'wait-chosen' && due.has(event.workId)) return keepFaults(due, event);
      if (event.type !== 'callback-met') return undefined;
      const isRight = toMeet.get(event.workId) === event.byWorkId;
      toMeet.delete(event.workId);
      return isRight ? [] : [`${event.workId} was met by ${event.byWorkId}`];
    },
    after: (event, at) => {
      if (event.type === 'work-received') {
        for (const { id } of stillToCall(model, event.workId)) toMeet.set(id, event.workId);
      }
      if (event.type !== 'deferral-ended' || returning === undefined) return;
      if (isExpected(model, { workId: event.workId, kept: returning, at })) {
        due.set(event.workId, returning);
      }
      returning = undefined;
    },
    settle: () => {
      const wrong = [
        ...[...due.keys()].map((id) => `${id} is due and not kept for whoever promised it`),
        ...[...toMeet.keys()].map((id) => `${id} is still to be called, although he has come`),
      ];
      due.clear();
      toMeet.clear();
      return wrong;
    },
  };
}

function keepFaults(
  due: Map<WorkId, Kept>,
  { workId, agentId, keptUntilAt }: WaitChosen,
): readonly string[] {
  const kept = due.get(workId);
  due.delete(workId);
  return kept?.agentId === agentId && kept?.keptUntilAt === keptUntilAt
    ? []
    : [`${workId} is due, and kept for ${agentId} until ${keptUntilAt}`];
}

/** Who promised to call now, and until when it is his. */
function promiserOf(model: Model, workId: WorkId): Kept | undefined {
  const item = openItem(model, workId);
  if (item?.agentId === undefined || item.callback === undefined) return undefined;
  if (!isToCall(model, item)) return undefined;
  return { agentId: item.agentId, keptUntilAt: item.callback.dueAt + GRACE_MS };
}

function isExpected(
  model: Model,
  { workId, kept, at }: { workId: WorkId; kept: Kept; at: Instant },
): boolean {
  const { agentId, keptUntilAt } = kept;
  const [item, agent] = [openItem(model, workId), model.agents.get(agentId)];
  if (item === undefined || agent === undefined || keptUntilAt <= at) return false;
  if (!isAble(item, agent) || isRefused(model, item, agentId)) return false;
  return backAt({ model, item, at }, agent) <= keptUntilAt;
}

/** What a person was promised who has just come, and nobody has done yet. */
function stillToCall(model: Model, workId: WorkId): readonly ModelItem[] {
  const arrived = openItem(model, workId);
  // Machines report in the name of customers who have not come.
  if (arrived?.customerId === undefined || arrived.channel === 'autolog') return [];
  const names = namesOf(model.people, arrived.customerId);
  const { waiting, offered } = model.places;
  return openItems(model)
    .filter((item) => item !== arrived && item.callback !== undefined)
    .filter(({ customerId }) => customerId !== undefined && names.includes(customerId))
    .filter((item) => waiting.has(item) || offered.has(item) || isToCall(model, item));
}

function promiseFaults(
  model: Model,
  { workId, agentId, dueAt, keptFreeFromAt }: CallbackPromised,
  at: Instant,
): readonly string[] {
  const [item, agent] = [openItem(model, workId), model.agents.get(agentId)];
  if (item === undefined || agent === undefined) return [`${agentId} cannot promise ${workId}`];
  const isKnown = teamOf(model, { ...item, reservation: undefined }).some(
    (each) => each.agentId === agentId,
  );
  const guardMs = guardMsOf(model, item);
  const isOk =
    isKnown &&
    isAble(item, agent) &&
    !isRefused(model, item, agentId) &&
    (model.places.waiting.has(item) || isToCall(model, item)) &&
    isThere(agent, dueAt, at) &&
    !goesSoon(model, agent, dueAt) &&
    !hasCallNear(model, { item, agent, dueAt, guardMs });
  return [
    ...(isOk ? [] : [`${agentId} promised to call for ${workId} at ${dueAt}`]),
    ...(keptFreeFromAt === dueAt - guardMs
      ? []
      : [`${agentId} is kept free from ${keptFreeFromAt} for ${workId}`]),
  ];
}

function isThere(agent: ModelAgent, dueAt: Instant, at: Instant): boolean {
  const { absence, roster, state } = agent;
  if (dueAt <= at || dueAt > at + 14 * DAY_MS || isBusyAt(agent, dueAt)) return false;
  if (absence !== undefined && dueAt < absence.untilAt) return false;
  if (roster === undefined) return state !== 'signed-out' && dueAt <= at + 240 * MINUTE_MS;
  const { dutyIntervals, breakIntervals } = roster;
  return (
    dutyIntervals.some(({ fromAt, untilAt }) => fromAt <= dueAt && dueAt < untilAt) &&
    breakIntervals.every(({ fromAt, untilAt }) => dueAt < fromAt || untilAt <= dueAt)
  );
}

/** Whether a break or the end of his shift is so near then, or has just been, that nothing live is his. */
function goesSoon({ policy }: Model, { roster }: ModelAgent, dueAt: Instant): boolean {
  const { dutyIntervals = [], breakIntervals = [] } = roster ?? {};
  const goesAt = [
    ...breakIntervals.map(({ fromAt }) => fromAt),
    ...dutyIntervals
      .map(({ untilAt }) => untilAt)
      .filter((end) => dutyIntervals.every(({ fromAt }) => fromAt !== end)),
  ];
  const isAfterShift = dutyIntervals.some(
    ({ untilAt }) =>
      goesAt.includes(untilAt) && untilAt <= dueAt && dueAt < untilAt + policy.windDownMs,
  );
  return isAfterShift || goesAt.some((gone) => gone - policy.windDownMs <= dueAt && dueAt < gone);
}

function hasCallNear(
  model: Model,
  {
    item,
    agent,
    dueAt,
    guardMs,
  }: { item: ModelItem; agent: ModelAgent; dueAt: Instant; guardMs: number },
): boolean {
  const own = item.agentId === agent.id && isToCall(model, item) ? item.callback?.dueAt : undefined;
  const calls = [...callsOf(model, agent)];
  const place = calls.findIndex((call) => call.dueAt === own);
  if (place !== -1) calls.splice(place, 1);
  return calls.some((call) => {
    // Of two, the later begins before the earlier is over, or keeps him from it.
    const isLater = dueAt >= call.dueAt;
    const [early, late] = isLater ? [call.dueAt, dueAt] : [dueAt, call.dueAt];
    const lengths = [guardMs, call.dueAt - call.fromAt];
    return lengths.some((length) => late - length <= early);
  });
}

function guardMsOf(model: Model, item: ModelItem): number {
  const { handleMsSynchronous, handleMsAsynchronous } = model.policy;
  return longHandleMs(model, item) ?? (isLive(item) ? handleMsSynchronous : handleMsAsynchronous);
}

/** Twice it is tried again, a quarter of an hour later each time. */
function missFaults(
  model: Model,
  { workId, agentId, attemptCount, againAt, keptFreeFromAt }: CallbackMissed,
  at: Instant,
): readonly string[] {
  const item = openItem(model, workId);
  if (item?.callback === undefined) return [`${workId} was never promised`];
  const expectedAt = attemptCount < 3 ? at + 15 * MINUTE_MS : undefined;
  const expectedFreeAt = expectedAt === undefined ? undefined : expectedAt - guardMsOf(model, item);
  const isRight =
    attemptCount === item.callback.attemptCount + 1 &&
    attemptCount <= 3 &&
    againAt === expectedAt &&
    keptFreeFromAt === expectedFreeAt;
  return isRight
    ? []
    : [`attempt ${attemptCount} of ${agentId} at ${workId} goes on at ${againAt}`];
}
