import { type Static, Type } from 'typebox';
import { At, Channel, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** An item in an agent's hands: offered to him, carried by him, or put off. */
const QueueItem = Type.Object(
  {
    workId: Text,
    customerId: Type.Optional(Text),
    channel: Channel,
    promiseId: Text,
    priority: Type.Number(),
    receivedAt: At,
    status: Type.Enum(['offered', 'active', 'on-hold', 'deferred', 'wrap-up']),
    statusSince: At,
    expiresAt: Type.Optional({
      ...At,
      description: 'When the offer ends, or when the wrap-up completes by itself.',
    }),
    deferredUntil: Type.Optional({ ...At, description: 'While it is put off: until when.' }),
    pausedById: Type.Optional({
      ...Text,
      description: 'While it is put aside: for which other item of its matter.',
    }),
  },
  strict,
);

/** What an agent has in his hands; the earliest arrival first. */
export const QueueState = Type.Object({ items: Type.Array(QueueItem) }, strict);

/** What became of an item in an agent's hands. */
export const QueueChange = Type.Union([
  Type.Object({ type: Type.Literal('offered'), item: QueueItem }, strict),
  Type.Object({ type: Type.Literal('handed'), item: QueueItem }, strict),
  Type.Object(
    {
      type: Type.Literal('moved'),
      workId: Text,
      status: Type.Enum(['active', 'on-hold', 'deferred', 'wrap-up']),
      statusSince: At,
      deferredUntil: Type.Optional(At),
      expiresAt: Type.Optional(At),
    },
    strict,
  ),
  Type.Object({ type: Type.Literal('promised'), workId: Text, promiseId: Text }, strict),
  Type.Object({ type: Type.Literal('extended'), workId: Text, expiresAt: At }, strict),
  Type.Object(
    {
      type: Type.Literal('gone'),
      workId: Text,
      reason: Type.Enum([
        'declined',
        'expired',
        'withdrawn',
        'transferred',
        'completed',
        'abandoned',
        'returned',
      ]),
    },
    strict,
  ),
]);

export type QueueItem = Static<typeof QueueItem>;
export type QueueState = Static<typeof QueueState>;
export type QueueChange = Static<typeof QueueChange>;

/** The queue after these changes. */
export function applyToQueue(state: QueueState, changes: readonly QueueChange[]): QueueState {
  let { items } = state;
  for (const change of changes) items = afterChange(items, change);
  return { items };
}

/** The order of a queue: by arrival, then by id, which never change. */
export function compareQueueItems(a: QueueItem, b: QueueItem): number {
  return a.receivedAt - b.receivedAt || (a.workId < b.workId ? -1 : 1);
}

function afterChange(items: QueueItem[], change: QueueChange): QueueItem[] {
  const workId = 'item' in change ? change.item.workId : change.workId;
  const others = items.filter((item) => item.workId !== workId);
  if (change.type === 'gone') return others;
  if ('item' in change) return [...others, change.item].sort(compareQueueItems);
  if (change.type === 'promised') {
    const { promiseId } = change;
    return items.map((item) => (item.workId === workId ? { ...item, promiseId } : item));
  }
  if (change.type === 'extended') {
    const { expiresAt } = change;
    return items.map((item) => (item.workId === workId ? { ...item, expiresAt } : item));
  }
  const { status, statusSince, deferredUntil, expiresAt } = change;
  return items.map((item) => {
    if (item.workId !== workId) return item;
    return {
      ...factsOf(item),
      status,
      statusSince,
      ...(deferredUntil !== undefined && { deferredUntil }),
      ...(expiresAt !== undefined && { expiresAt }),
    };
  });
}

/** What stays as it is however the item moves. */
function factsOf({
  workId,
  customerId,
  channel,
  promiseId,
  priority,
  receivedAt,
}: QueueItem): Omit<QueueItem, 'status' | 'statusSince'> {
  const known = customerId === undefined ? {} : { customerId };
  return { workId, ...known, channel, promiseId, priority, receivedAt };
}
