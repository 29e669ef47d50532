import { type Static, Type } from 'typebox';
import { At, Channel, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** Somebody who waits for one agent, and is being offered to nobody. */
const WaitingItem = Type.Object(
  {
    workId: Text,
    customerId: Type.Optional(Text),
    channel: Channel,
    piiName: Type.Optional(Type.String()),
    why: Type.Enum(['chosen', 'promised', 'reserved', 'named'], {
      description:
        'The customer chose to wait for him; he promised to call, and that is due; the desk keeps it for those who know the customer, him among them; or somebody named it for him, or he had it before.',
    }),
    waitingSince: At,
    untilAt: Type.Optional({
      ...At,
      description: 'Until when it is kept; then it is for anybody.',
    }),
    dueAt: Type.Optional({ ...At, description: 'By when it is to be answered.' }),
    targetMs: Type.Integer({ minimum: 0, description: 'The promised time, in service time.' }),
  },
  strict,
);

/** Who waits for an agent, the first due first. */
export const WaitingState = Type.Object({ items: Type.Array(WaitingItem) }, strict);

export type WaitingItem = Static<typeof WaitingItem>;
export type WaitingState = Static<typeof WaitingState>;
