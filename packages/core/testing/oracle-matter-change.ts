import type { AgentId, MatterId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import { namesOf } from './oracle-bonds.ts';
import { type Place, PLACES } from './oracle-moves.ts';
import type { Model, ModelItem } from './oracle-records.ts';

/** Takes into the model what belongs together, and what is put aside for what. */
export function changeMatter(
  model: Model,
  item: ModelItem,
  {
    event,
    place,
    waitMs = 0,
  }: { readonly event: DeskEvent; readonly place?: Place | undefined; readonly waitMs?: number },
): void {
  if (event.type === 'work-received' || event.type === 'work-linked') {
    if (event.matterId !== undefined) join(model, item, event.matterId);
    return;
  }
  if (LEAVING.has(event.type)) leave(model, item);
  if (event.type === 'work-paused') putAside(item, event, waitMs);
  else if (ENDING.has(event.type)) item.pausedById = undefined;
  const isTaken = place === 'offered' || place === 'deferred';
  if (TAKING.has(event.type) && isTaken && 'agentId' in event) handle(model, item, event.agentId);
}

const LEAVING = new Set<DeskEvent['type']>(['work-unlinked', 'work-completed', 'work-abandoned']);
const TAKING = new Set<DeskEvent['type']>(['offer-accepted', 'work-resumed']);
const ENDING = new Set<DeskEvent['type']>(['pause-ended', 'work-resumed', 'work-transferred']);

function putAside(
  item: ModelItem,
  { agentId, byWorkId }: Extract<DeskEvent, { type: 'work-paused' }>,
  waitMs: number,
): void {
  item.waitedMs += waitMs;
  item.agentId = agentId;
  item.pausedById = byWorkId;
  // It ends with something else.
  item.deferredUntil = Infinity;
  item.alert = undefined;
  item.exclusions.clear();
  item.missedBy = [];
}

function join(model: Model, item: ModelItem, matterId: MatterId): void {
  leave(model, item);
  const others = membersOf(model, matterId);
  const matter = model.matters.get(matterId) ?? { handlerId: undefined, isShared: false };
  if (others.some((other) => !isSamePerson(model, item, other))) matter.isShared = true;
  matter.handlerId ??= isInWork(model, item) ? item.agentId : undefined;
  model.matters.set(matterId, matter);
  item.matterId = matterId;
}

function leave(model: Model, item: ModelItem): void {
  const { matterId } = item;
  item.matterId = undefined;
  if (matterId === undefined || membersOf(model, matterId).some((other) => other !== item)) return;
  model.matters.delete(matterId);
}

function handle(model: Model, { matterId }: ModelItem, agentId: AgentId): void {
  const matter = matterId === undefined ? undefined : model.matters.get(matterId);
  if (matter !== undefined) matter.handlerId = agentId;
}

/** The open items of a matter. */
export function membersOf(model: Model, id: MatterId): readonly ModelItem[] {
  return PLACES.flatMap((place) => [...model.places[place]]).filter(
    ({ matterId }) => matterId === id,
  );
}

export function isInWork({ places }: Model, item: ModelItem): boolean {
  return places.active.has(item) || places['on-hold'].has(item) || places['wrap-up'].has(item);
}

type Whose = Pick<ModelItem, 'customerId'>;

export function isSamePerson(
  { people }: Model,
  one: Partial<Whose>,
  other: Partial<Whose>,
): boolean {
  if (one.customerId === undefined || other.customerId === undefined) return false;
  return namesOf(people, one.customerId).includes(other.customerId);
}
