import type { Channel as ChannelName } from '@rapport/core';
import { type TSchema, Type } from 'typebox';

const strict = { additionalProperties: false } as const;

/** An id or a code: visible characters. */
export const Text = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\p{Cc}\\p{Cf}\\p{Cs}]+$',
});

/** What people call somebody: any words, but no control characters. */
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\p{Cc}\\p{Cs}]+$' });

/** Milliseconds since 1970, whole. */
export const At = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 });

/** The journal position of a write; a read with `?after=` waits until it shows at least that. */
export const Position = Type.Integer({ minimum: 0 });

export const Written = Type.Object({ position: Position }, strict);

export const SkillLevel = Type.Object(
  { skill: Text, level: Type.Integer({ minimum: 1, maximum: 5 }) },
  strict,
);

/** How an item stands: open, done or abandoned. */
export const WorkStatus = Type.Enum([
  'waiting',
  'offered',
  'active',
  'on-hold',
  'wrap-up',
  'done',
  'abandoned',
]);

export const Requirement = Type.Object(
  { skill: Text, minLevel: Type.Integer({ minimum: 1, maximum: 5 }) },
  strict,
);

export const Interval = Type.Object({ fromAt: At, untilAt: At }, strict);

const Weight = Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 }));

// Core may be imported for its types alone; the compiler holds this list to core's.
const WEIGHTS = {
  phone: Weight,
  video: Weight,
  chat: Weight,
  'walk-up': Weight,
  email: Weight,
  sms: Weight,
  web: Weight,
  messaging: Weight,
  fax: Weight,
  mobile: Weight,
  autolog: Weight,
  deskside: Weight,
} satisfies Readonly<Record<ChannelName, unknown>>;

export const Channel = Type.Enum(Object.keys(WEIGHTS) as ChannelName[]);

export const Capacity = Type.Object(
  {
    units: Type.Integer({ minimum: 1, maximum: 10_000 }),
    weights: Type.Object(WEIGHTS, strict),
  },
  strict,
);

/** What every list takes: where to go on, how much to give, and what to wait for. */
export const listQuery = <Filters extends Record<string, TSchema>>(filters: Filters) =>
  Type.Object(
    {
      cursor: Type.Optional(Type.String({ maxLength: 400, description: 'From the page before.' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
      after: Type.Optional(Position),
      ...filters,
    },
    strict,
  );

/** What every list gives; without a cursor it was the last page. */
export const page = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Optional(Type.String()) }, strict);

export const afterQuery = Type.Object({ after: Type.Optional(Position) }, strict);
