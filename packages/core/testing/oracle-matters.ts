import type { MatterId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { Acquaintance } from './oracle-bonds.ts';
import { isInEmergency } from './oracle-emergency.ts';
import { isInWork, isSamePerson, membersOf } from './oracle-matter-change.ts';
import { openItem } from './oracle-model.ts';
import type { Model, ModelItem } from './oracle-records.ts';

/** Watches over what belongs together, from one event to the next. */
export interface MatterWatch {
  /** Looks at an event that the model does not have yet. */
  readonly before: (event: DeskEvent, at: Instant) => readonly string[];
  /** Looks at it once the model has it. */
  readonly after: (event: DeskEvent) => void;
  readonly settle: () => readonly string[];
}

/**
 * Of one matter are items of one person, unless an emergency stands. Whenever one of them is taken up, or joins,
 * what waits of them and can is put aside with whoever has one in work: the one that was taken up, else the first.
 * It waits again once he has that no more.
 */
export function watchMatters(model: Model): MatterWatch {
  const toPause = new Map<WorkId, WorkId>();
  const linked: (readonly [WorkId, WorkId])[] = [];
  /** Whether a matter was several people's already before this command. */
  const wasShared = new Map<MatterId, boolean>();
  let takenUp: WorkId | undefined;
  return {
    before: (event, at) => {
      takenUp = isTakenUp(model, event) ? event.workId : undefined;
      if (event.type === 'work-linked' || event.type === 'work-received') {
        const isAnswer =
          event.type === 'work-linked' &&
          linked.some(([id, toId]) => id === event.toWorkId && toId === event.workId);
        if (event.type === 'work-linked') linked.push([event.workId, event.toWorkId]);
        const { matterId } = event;
        if (matterId === undefined) return [];
        const isShared = wasShared.get(matterId) ?? model.matters.get(matterId)?.isShared === true;
        wasShared.set(matterId, isShared);
        return joiningFaults(model, { ...event, matterId }, { at, isAnswer, isShared });
      }
      if (event.type === 'work-paused') return pauseFaults(model, event, toPause);
      return event.type === 'pause-ended' ? endFaults(model, event.workId) : [];
    },
    after: (event) => {
      const by = takenUp === undefined ? firstInWork(model, event) : openItem(model, takenUp);
      if (by === undefined) return;
      for (const { id } of toPutAside(model, by)) toPause.set(id, by.id);
    },
    settle: () => {
      const wrong = [
        // What came in may have ended the call that waited of it, or made it several people's.
        ...[...toPause.keys()]
          .filter((id) => isOfOne(model, openItem(model, id)))
          .map((id) => `${id} is not put aside, although its matter is answered`),
        ...linked
          .filter((pair) => !areTogether(model, pair))
          .map(([id, toId]) => `${id} was linked to ${toId}, and they are apart`),
        ...[...model.places.deferred]
          .filter((item) => item.pausedById !== undefined && isOver(model, item))
          .map(({ id }) => `${id} is still put aside`),
      ];
      toPause.clear();
      linked.length = 0;
      wasShared.clear();
      return wrong;
    },
  };
}

function isOfOne({ matters }: Model, item: ModelItem | undefined): boolean {
  return item?.matterId !== undefined && matters.get(item.matterId)?.isShared === false;
}

function areTogether(model: Model, [id, toId]: readonly [WorkId, WorkId]): boolean {
  const matterId = openItem(model, id)?.matterId;
  return matterId !== undefined && openItem(model, toId)?.matterId === matterId;
}

type TakingUp = Extract<DeskEvent, { type: 'offer-accepted' | 'work-resumed' }>;

function isTakenUp({ places }: Model, event: DeskEvent): event is TakingUp {
  if (event.type === 'offer-accepted') return true;
  return (
    event.type === 'work-resumed' && [...places.deferred].some(({ id }) => id === event.workId)
  );
}

/** Of a matter that an item has just joined, the one in work that came in first. */
function firstInWork(model: Model, event: DeskEvent): ModelItem | undefined {
  if (event.type !== 'work-received' && event.type !== 'work-linked') return undefined;
  const joined = openItem(model, event.workId);
  if (joined?.matterId === undefined) return undefined;
  return membersOf(model, joined.matterId)
    .filter((item) => isInWork(model, item))
    .toSorted((a, b) => a.order - b.order)[0];
}

function toPutAside(model: Model, by: ModelItem): readonly ModelItem[] {
  if (by.matterId === undefined || model.matters.get(by.matterId)?.isShared === true) return [];
  const { waiting, offered } = model.places;
  return membersOf(model, by.matterId)
    .filter((item) => waiting.has(item) || offered.has(item))
    .filter(({ channel }) => !['phone', 'video', 'chat', 'walk-up'].includes(channel))
    .filter(({ reservation, callback }) => !reservation?.isChosen && callback === undefined);
}

function pauseFaults(
  model: Model,
  { workId, agentId, byWorkId }: Extract<DeskEvent, { type: 'work-paused' }>,
  toPause: Map<WorkId, WorkId>,
): readonly string[] {
  const isDue = toPause.get(workId) === byWorkId;
  toPause.delete(workId);
  const isHis = openItem(model, byWorkId)?.agentId === agentId;
  return isDue && isHis ? [] : [`${workId} was put aside for ${byWorkId} with ${agentId}`];
}

function endFaults(model: Model, id: WorkId): readonly string[] {
  const item = openItem(model, id);
  const isRight = item?.pausedById !== undefined && isOver(model, item);
  return isRight ? [] : [`${id} waits again, and what it was put aside for goes on`];
}

/** Whether what an item was put aside for is no more in the hands of whoever answered it, or was about something else. */
function isOver(model: Model, item: ModelItem): boolean {
  const by = item.pausedById === undefined ? undefined : openItem(model, item.pausedById);
  if (by === undefined || by.agentId !== item.agentId || !isInWork(model, by)) return true;
  return by.matterId === undefined || by.matterId !== item.matterId;
}

function joiningFaults(
  model: Model,
  event: Extract<DeskEvent, { type: 'work-linked' | 'work-received' }> & {
    readonly matterId: MatterId;
  },
  {
    at,
    isAnswer,
    isShared,
  }: { readonly at: Instant; readonly isAnswer: boolean; readonly isShared: boolean },
): readonly string[] {
  const { matterId, workId } = event;
  const joining = event.type === 'work-received' ? event : openItem(model, workId);
  // Whoever is joined by somebody joins nobody.
  const joinedById = event.type === 'work-linked' ? event.toWorkId : undefined;
  const others = membersOf(model, matterId).filter(
    ({ id }) => id !== workId && !(isAnswer && id === joinedById),
  );
  if (joining === undefined || others.length === 0) return [];
  const isOfOne = !isShared && others.every((other) => isSamePerson(model, joining, other));
  const isFit = isOfOne || isInEmergency(model, joining, at);
  return isFit ? [] : [`${workId} joined ${matterId}, which is somebody else’s`];
}

/** Whoever handles the matter comes before those who have a bond; with whoever was named they are six at most. */
export function withHandler(
  model: Model,
  item: ModelItem,
  {
    named,
    team,
  }: { readonly named: readonly Acquaintance[]; readonly team: readonly Acquaintance[] },
): readonly Acquaintance[] {
  const matter = item.matterId === undefined ? undefined : model.matters.get(item.matterId);
  const handlerId = matter?.isShared === true ? undefined : matter?.handlerId;
  const isThere = handlerId !== undefined && model.agents.has(handlerId);
  const handler: Acquaintance[] = isThere
    ? [{ agentId: handlerId, standing: 'handler', strength: 1 }]
    : [];
  return [...named, ...handler, ...team]
    .filter((each, index, all) => index === all.findIndex((b) => b.agentId === each.agentId))
    .slice(0, 6);
}

/** What waits and is kept for somebody, and may be for somebody else now, because he handles its matter. */
export function movedWith(model: Model, event: DeskEvent): readonly WorkId[] {
  const isMoving = ['work-unlinked', 'offer-accepted', 'work-resumed'];
  const isJoining = event.type === 'work-linked' || event.type === 'work-received';
  if (!('workId' in event) || !(isJoining || isMoving.includes(event.type))) return [];
  const item = openItem(model, event.workId);
  const matterId = isJoining ? event.matterId : item?.matterId;
  const members = matterId === undefined ? [] : membersOf(model, matterId);
  const moved = item === undefined ? members : [item, ...members];
  return moved.filter(({ reservation }) => reservation !== undefined).map(({ id }) => id);
}
