import { type Static, Type } from 'typebox';
import { At, Channel, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** An item in an agent's hands: offered to him, or carried by him. */
const QueueItem = Type.Object(
  {
    workId: Text,
    customerId: Type.Optional(Text),
    channel: Channel,
    promiseId: Text,
    priority: Type.Number(),
    receivedAt: At,
    status: Type.Enum(['offered', 'active', 'on-hold', 'wrap-up']),
    statusSince: At,
    expiresAt: Type.Optional({ ...At, description: 'While it is offered: when the offer ends.' }),
  },
  strict,
);

/** What an agent has in his hands; the earliest arrival first. */
export const QueueState = Type.Object({ items: Type.Array(QueueItem) }, strict);

/** What became of an item in an agent's hands. */
export const QueueChange = Type.Union([
  Type.Object({ type: Type.Literal('offered'), item: QueueItem }, strict),
  Type.Object(
    {
      type: Type.Literal('moved'),
      workId: Text,
      status: Type.Enum(['active', 'on-hold', 'wrap-up']),
      statusSince: At,
    },
    strict,
  ),
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
  const workId = change.type === 'offered' ? change.item.workId : change.workId;
  const others = items.filter((item) => item.workId !== workId);
  if (change.type === 'gone') return others;
  if (change.type === 'offered') return [...others, change.item].sort(compareQueueItems);
  const { status, statusSince } = change;
  return items.map((item) => {
    if (item.workId !== workId) return item;
    const { expiresAt, ...rest } = item;
    return expiresAt === undefined
      ? { ...item, status, statusSince }
      : { ...rest, status, statusSince };
  });
}
