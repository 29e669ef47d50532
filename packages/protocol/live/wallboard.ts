import { type Static, Type } from 'typebox';
import { At, Channel } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });

const unanswered = {
  waitingCount: { ...Count, description: 'Items that are offered to nobody.' },
  offeredCount: { ...Count, description: 'Items that are being offered.' },
  waitingSince: Type.Optional({
    ...At,
    description: 'Since when the longest of these waits: its receipt, else its last transfer.',
  }),
};

/** Who waits for an answer: since receipt, or anew since a transfer. */
const Waiting = Type.Object(
  {
    ...unanswered,
    byChannel: Type.Array(Type.Object({ channel: Channel, ...unanswered }, strict), {
      description: 'Channels on which something waits, by name.',
    }),
  },
  strict,
);

const Agents = Type.Object(
  {
    signedOutCount: Count,
    readyCount: Count,
    notReadyCount: Count,
    workingCount: { ...Count, description: 'Agents, of any state, who carry an item.' },
  },
  strict,
);

/** Figures of the items that came in since the day began in the time zone of the centre. */
const Today = Type.Object(
  {
    beganAt: At,
    arrivedCount: { ...Count, description: 'Items that came in.' },
    answeredCount: { ...Count, description: 'Of these, items that an agent has accepted.' },
    answeredInTimeCount: {
      ...Count,
      description: 'Of the answered, those accepted first within the target of their promise.',
    },
    answeredBondedCount: {
      ...Count,
      description:
        'Of the answered, those whose customer had a bond: somebody knew him. What was named for an agent by hand is left out.',
    },
    answeredKnownCount: {
      ...Count,
      description:
        'Of these, those accepted first by somebody who knows the customer: the owner, a deputy, or who has served him before.',
    },
    abandonedCount: { ...Count, description: 'Of those that came in, items given up.' },
    abandonedLateCount: {
      ...Count,
      description: 'Of the abandoned, those that had waited longer than the target.',
    },
    serviceLevelRatio: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description:
          'answeredInTimeCount / (answeredCount + abandonedLateCount); absent while that is 0 / 0.',
      }),
    ),
    continuityRatio: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'answeredKnownCount / answeredBondedCount; absent while that is 0 / 0.',
      }),
    ),
    siloMs: Type.Optional({
      ...Count,
      description:
        'How long items have waited today, all together, while somebody able was available: ms. Absent while it is being counted.',
    }),
  },
  strict,
);

/** The centre's figures at one moment. */
export const WallboardState = Type.Object(
  { waiting: Waiting, agents: Agents, today: Today },
  strict,
);

/** The parts that have changed, whole. */
export const WallboardChange = Type.Partial(WallboardState, strict);

export type WallboardState = Static<typeof WallboardState>;
export type WallboardChange = Static<typeof WallboardChange>;

/** The figures after a change. */
export function applyToWallboard(state: WallboardState, change: WallboardChange): WallboardState {
  return { ...state, ...change };
}
