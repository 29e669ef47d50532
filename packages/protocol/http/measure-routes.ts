import { type Static, type TSchema, Type } from 'typebox';
import type { Route } from './route.ts';
import { At, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });
const Ms = (description: string): TSchema => ({ ...Count, description });
const Share = (description: string) =>
  Type.Optional(Type.Number({ minimum: 0, maximum: 1, description }));

const Misses = (description: string) =>
  Type.Record(Type.String(), Type.Integer({ minimum: 0 }), { description });

const figures = {
  offeredCount: { ...Count, description: 'Items that were answered or given up.' },
  answeredCount: Count,
  abandonedCount: Count,
  shortAbandonedCount: { ...Count, description: 'Given up in less than `shortAbandonMs`.' },
  serviceLevel: Type.Object(
    {
      withoutEarlyAbandonsRatio: Share(
        'Answered in time ÷ (offered − abandoned in time): the one that is meant where none is named.',
      ),
      ofOfferedRatio: Share('Answered in time ÷ offered.'),
      ofAnsweredRatio: Share('Answered in time ÷ answered.'),
    },
    { ...strict, description: 'By each of the three definitions that are customary.' },
  ),
  abandonment: Type.Object(
    {
      withoutShortAbandonsRatio: Share(
        '(Abandoned − short) ÷ (offered − short): the one that is meant where none is named.',
      ),
      ofOfferedRatio: Share('Abandoned ÷ offered.'),
    },
    strict,
  ),
  answerWaitMsMean: Type.Optional({ ...Count, description: 'ASA: of the answered alone.' }),
  waitMsMean: Type.Optional({ ...Count, description: 'Of all offered.' }),
  waitMsP50: Type.Optional({
    ...Count,
    description:
      'Percentiles over all offered: never less than the exact one, and by less than 1/128 more.',
  }),
  waitMsP90: Type.Optional(Count),
  waitMsP99: Type.Optional(Count),
  bondedCount: {
    ...Count,
    description:
      'Of the answered, those whose customer had a bond. What was named for an agent by hand is left out.',
  },
  continuityRatio: Share('Of the bonded, answered by the owner, a deputy, or who earned a bond.'),
  bondKeptRatio: Share('Of the bonded, answered by the owner.'),
  continuityMisses: Misses('What kept the first of those who know the customer, and how often.'),
  ownerMisses: Misses('What kept the owner, or that there is none, and how often.'),
};

const silo = (description: string) => ({ ...Count, description });

const SiloMs = Type.Object(
  {
    declined: silo('He has declined this very item.'),
    missed: silo('He has not answered when he was offered it.'),
    'handed-on': silo('He has handed it on.'),
    'break-near': silo('It is live, and his break or the end of his shift is near.'),
    'kept-apart': silo('He is never asked for this customer: one of the two wants it so.'),
    reserved: silo(
      'It is kept for somebody who knows its customer, and is likely to be free soon.',
    ),
    department: silo('He belongs to another department.'),
    'personal-queue': silo('It is kept for somebody else.'),
    unexplained: silo('No rule says why: the desk has a fault.'),
  },
  {
    ...strict,
    description:
      'How long items waited while somebody able was available, by the reason why he did not have them: ms, all together.',
  },
);

const interval = {
  lowRatio: Share('The 95 % interval, by Wilson.'),
  highRatio: Share('The 95 % interval, by Wilson.'),
};

const Chance = Type.Object(
  {
    dimension: {
      ...Text,
      description:
        'Of `bond`, `channel`, `hour`, `division`, `tier`, `topic`; and of `site` and `language` where skills stand for these.',
    },
    groups: Type.Array(
      Type.Object(
        {
          group: {
            ...Text,
            description:
              'As it is called; `(none)` where an item came in for no division, has no tier or topic, or asked for no site or language.',
          },
          dueCount: { ...Count, description: 'What the service level is taken of.' },
          inTimeCount: Count,
          serviceLevelRatio: Share('Answered in time ÷ (offered − abandoned in time).'),
          ...interval,
        },
        strict,
      ),
    ),
    gap: Type.Optional(
      Type.Object(
        {
          bestGroup: Text,
          worstGroup: Text,
          gapRatio: Type.Number(),
          gapLowRatio: Type.Number({ description: 'The 95 % interval, by Newcombe.' }),
          gapHighRatio: Type.Number({ description: 'The 95 % interval, by Newcombe.' }),
        },
        { ...strict, description: 'Between the best and the worst of at least 100 items each.' },
      ),
    ),
  },
  strict,
);

/** In which groups measures are taken beside those of all. */
const MEASURE_GROUPS = [
  'day',
  'hour',
  'channel',
  'promise',
  'division',
  'tier',
  'topic',
  'site',
  'language',
  'bond',
] as const;

export type MeasureGroup = (typeof MEASURE_GROUPS)[number];

/** How well a centre did. */
const Measures = Type.Object(
  {
    from: At,
    to: At,
    thresholdMs: Type.Optional(
      Ms('The T of the service level. Absent where each item has the target of its promise.'),
    ),
    shortAbandonMs: Count,
    total: Type.Object(figures, strict),
    groups: Type.Array(Type.Object({ group: Text, ...figures }, strict)),
    busyMs: { ...Count, description: 'Of all agents: carrying something, or wrapping up.' },
    readyMs: { ...Count, description: 'Of all agents: ready, and carrying nothing.' },
    occupancyRatio: Share('Busy ÷ (busy + ready).'),
    siloMs: SiloMs,
    chances: Type.Array(Chance, { description: 'Whether all had the same chance.' }),
  },
  strict,
);

export type Measures = Static<typeof Measures>;

const DAY_SECONDS = 86_400;

export const MEASURE_ROUTES = {
  getMeasures: {
    method: 'GET',
    path: '/api/v1/measures',
    summary:
      'How well the centre did with the items that came in from a moment to another, from its history alone.',
    access: {
      roles: ['supervisor', 'planner', 'care-owner', 'administrator'],
      scope: 'floor:read',
      reach: 'centre',
    },
    query: Type.Object(
      {
        from: At,
        to: { ...At, description: 'At most 31 days later.' },
        by: Type.Optional(Type.Enum(MEASURE_GROUPS)),
        threshold: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: DAY_SECONDS,
            description: 'The T of the service level in seconds; the promises when left out.',
          }),
        ),
      },
      strict,
    ),
    answer: Measures,
  },
} as const satisfies Readonly<Record<string, Route>>;
