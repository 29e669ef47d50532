import type { AlertEvent, AlertRaised } from '../alerts/alert-messages.ts';
import type { DeskEvent } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import { isAble, isLive } from './oracle-choice.ts';
import { arrivalMsOf, known, openItem, servedMs } from './oracle-model.ts';
import { type Model, type ModelItem } from './oracle-records.ts';
import { learntHandleMs } from './oracle-reservation.ts';
import { targetOf } from './oracle-transfers.ts';

/** Each rung is told once, in its order and at its moment, to who has it or knows the customer; and goes on as it should. */
export function alertFaults(
  model: Model,
  event: DeskEvent,
  { at, policy }: { readonly at: Instant; readonly policy: Policy },
): readonly string[] {
  if (isPlacement(event)) return dueFaultsOf(model, event);
  if (!isAlert(event)) return [];
  const item = openItem(model, event.workId);
  if (item === undefined) return [`${event.type} of ${event.workId}, which is not open`];
  if (event.type === 'alert-raised') return raiseFaults(model, { item, event, at, policy });
  return event.type === 'alert-acknowledged'
    ? seenFaults(item, event)
    : escalationFaults(item, event, at);
}

type Placement = Extract<DeskEvent, { type: 'work-offered' | 'work-queued' | 'work-reserved' }>;

function isPlacement(event: DeskEvent): event is Placement {
  return (
    event.type === 'work-offered' || event.type === 'work-queued' || event.type === 'work-reserved'
  );
}

/** Each decision about where an item goes says by when it is promised. */
function dueFaultsOf(
  model: Model,
  { type, workId, dueAt = Infinity }: Placement,
): readonly string[] {
  const item = openItem(model, workId);
  const expected = item === undefined ? Infinity : momentOf(model, item, 1);
  return dueAt === expected ? [] : [`${type} of ${workId} is due at ${dueAt}, not at ${expected}`];
}

function seenFaults(
  { id, alert }: ModelItem,
  { agentId }: Extract<AlertEvent, { type: 'alert-acknowledged' }>,
): readonly string[] {
  const isRight = alert?.isSeen === false && [undefined, alert.agentId].includes(agentId);
  return isRight ? [] : [`the alert of ${id} was seen, but there was none for him`];
}

function escalationFaults(
  { id, alert }: ModelItem,
  { agentId }: Extract<AlertEvent, { type: 'alert-escalated' }>,
  at: Instant,
): readonly string[] {
  const isOpen = alert?.isSeen === false && !alert.isEscalated && alert.agentId === agentId;
  const isDue = isOpen && (alert.escalatesAt ?? Infinity) <= at;
  return isDue ? [] : [`the alert of ${id} went further without having to`];
}

/** Of each third transfer those are told who watch over it. */
export function transferFaults(model: Model): readonly string[] {
  return [...model.places.waiting, ...model.places.offered]
    .filter(
      ({ transferCount, toldTransferCount }) => transferCount === 3 && toldTransferCount !== 3,
    )
    .map(({ id }) => `${id} was handed on three times, and nobody was told`);
}

/** When something about the alerts of an item is next due; Infinity where nothing is. */
export function alertDueAt(model: Model, item: ModelItem, policy: Policy): Instant {
  const { rungs, alert } = item;
  const moments: Instant[] = [];
  if (!rungs.has('exceeded')) {
    const share = rungs.has('approaching') ? 1 : policy.approachingShare;
    moments.push(momentOf(model, item, share));
  }
  if (alert !== undefined && !alert.isSeen && !alert.isEscalated) {
    moments.push(alert.escalatesAt ?? Infinity);
  }
  return Math.min(...moments);
}

interface Raising {
  readonly item: ModelItem;
  readonly event: AlertRaised;
  readonly at: Instant;
  readonly policy: Policy;
}

function raiseFaults(model: Model, raising: Raising): readonly string[] {
  const { item, event, at, policy } = raising;
  const { rung } = event;
  const what = `${item.id} was told to be ${rung}`;
  if (rung === 'handed-on') {
    const isTold = event.agentId === undefined && event.escalatesAt === undefined;
    const isThird = item.transferCount === 3 && item.toldTransferCount !== 3;
    return isTold && isThird
      ? []
      : [`${what} although it was handed on ${item.transferCount} times`];
  }
  const wrong: string[] = [];
  const after = { predicted: 3, approaching: 2, exceeded: 1 }[rung];
  const later = ['exceeded', 'approaching', 'predicted'].slice(0, after) as (typeof rung)[];
  if (later.some((each) => item.rungs.has(each))) wrong.push(`${what} although that was told`);
  if (rung === 'predicted') {
    if (!isPredicted(model, item, { at, policy })) wrong.push(`${what} although it will not be`);
  } else if (momentOf(model, item, rung === 'exceeded' ? 1 : policy.approachingShare) > at) {
    wrong.push(`${what} too early`);
  }
  return [...wrong, ...toldFaults(model, raising)];
}

/** Whom it was told, with what, and when it goes on. */
function toldFaults(model: Model, { item, event, at, policy }: Raising): readonly string[] {
  const { rung, agentId } = event;
  const what = `${item.id} was told to be ${rung}`;
  const wrong: string[] = [];
  const { dueAt = Infinity } = event;
  if (dueAt !== momentOf(model, item, 1)) wrong.push(`${what}, due at ${dueAt}`);
  if (item.agentId !== undefined && agentId !== item.agentId) {
    wrong.push(`${what} to ${agentId}, but ${item.agentId} has it`);
  }
  if (agentId !== undefined && model.agents.get(agentId)?.state === 'signed-out') {
    wrong.push(`${what} to ${agentId}, who is not there`);
  }
  const ms = isLive(item) ? policy.escalationMsSynchronous : policy.escalationMsAsynchronous;
  const escalatesAt = agentId === undefined || rung === 'exceeded' ? undefined : at + ms;
  if (event.escalatesAt !== escalatesAt) wrong.push(`${what}, and goes on at ${event.escalatesAt}`);
  return wrong;
}

/** By its place among its class, whoever is ready and able, and how long such items last: as seen, or else as the policy takes it. */
function isPredicted(
  model: Model,
  item: ModelItem,
  { at, policy }: { readonly at: Instant; readonly policy: Policy },
): boolean {
  const passesTime = servedMs(model, item, at + 1) > servedMs(model, item, at);
  if (!passesTime) return false;
  const targetMs = targetOf(model, item);
  const leftMs = targetMs - (servedMs(model, item, at) - arrivalMsOf(model, item));
  const kindOf = (each: ModelItem): string =>
    JSON.stringify([
      each.channel,
      each.requirements.toSorted((a, b) => (a.skill < b.skill ? -1 : 1)),
      each.isProficiencyFirst,
      each.promiseId,
      each.promisedMs,
      each.priority,
    ]);
  const [mine, kind] = [arrivalMsOf(model, item), kindOf(item)];
  const before = [...model.places.waiting].filter((each) => {
    const other = arrivalMsOf(model, each);
    return (
      kindOf(each) === kind &&
      each.reservation === undefined &&
      (other < mine || (other === mine && each.order < item.order))
    );
  });
  const ready = [...model.agents.values()].filter(
    (agent) => agent.state === 'ready' && isAble(item, agent),
  );
  const assumedMs = isLive(item) ? policy.handleMsSynchronous : policy.handleMsAsynchronous;
  const handleMs = learntHandleMs(model, item) ?? assumedMs;
  return before.length + 1 > Math.floor((leftMs * ready.length) / handleMs);
}

/** When this share of its promised time has passed; Infinity where the service hours end before. */
export function momentOf(model: Model, item: ModelItem, share: number): Instant {
  const targetMs = targetOf(model, item);
  const { calendarId } = known(model.promises.get(item.promiseId), item.promiseId);
  const untilMs = arrivalMsOf(model, item) + Math.ceil(targetMs * share);
  if (calendarId === undefined) return untilMs;
  let passedMs = 0;
  for (const { fromAt, untilAt } of known(model.calendars.get(calendarId), calendarId)) {
    const lengthMs = untilAt - fromAt;
    if (passedMs + lengthMs >= untilMs) return fromAt + untilMs - passedMs;
    passedMs += lengthMs;
  }
  return Infinity;
}

function isAlert(event: DeskEvent): event is AlertEvent {
  return event.type.startsWith('alert-');
}
