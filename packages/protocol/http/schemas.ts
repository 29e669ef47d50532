import type { Channel as ChannelName } from '@rapport/core';
import { type TSchema, Type } from 'typebox';

const strict = { additionalProperties: false } as const;

export const ONE_LINE = 'One line of text, without control characters.';

/** An id or a code. The description of what has a pattern says in words what is expected. */
export const Text = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\p{Cc}\\p{Cf}\\p{Cs}]+$',
  description: 'Text without control characters and invisible ones.',
});

/** What people call somebody. */
export const Name = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\p{Cc}\\p{Cs}]+$',
  description: ONE_LINE,
});

/** What somebody notes beside something in one line, or leaves empty. */
export const Remark = Type.String({
  maxLength: 200,
  pattern: '^[^\\p{Cc}\\p{Cs}]*$',
  description: ONE_LINE,
});

/** Where clocks show the same. */
export const TimeZone = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[A-Za-z0-9+_/-]+$',
  description: 'A time zone as the IANA names it, such as `Europe/Zurich`.',
});

export const COUNTRY = '^[A-Z]{2}$';

/** A country, as ISO 3166-1 abbreviates it. */
export const Country = Type.String({
  pattern: COUNTRY,
  description: 'Two capital letters for a country, as in ISO 3166-1.',
});

/** The last moment that there is in JavaScript. */
export const AT_MAX = 8_640_000_000_000_000;

/** Milliseconds since 1970, whole. */
export const At = Type.Integer({ minimum: 0, maximum: AT_MAX });

/** Messages of an interaction, and lines of a file, are counted no further. */
export const ORDINAL_MAX = 2_147_483_647;

/** The journal position of a write; a read with `?after=` waits until it shows at least that. */
export const Position = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Nothing more to say than that it is done. */
export const Done = Type.Object({}, strict);

export const Written = Type.Object({ position: Position }, strict);

export const SkillLevel = Type.Object(
  {
    skill: Text,
    level: Type.Integer({ minimum: 1, maximum: 5 }),
    assessedOn: Type.Optional(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        examples: ['2026-05-01'],
        description:
          'The day on which that was assessed, as 2026-05-01. Who is asked does not go by it.',
      }),
    ),
  },
  strict,
);

/** How an item stands: open, done or abandoned. */
export const WorkStatus = Type.Enum([
  'waiting',
  'offered',
  'active',
  'on-hold',
  'deferred',
  'wrap-up',
  'done',
  'abandoned',
]);

export const Requirement = Type.Object(
  { skill: Text, minLevel: Type.Integer({ minimum: 1, maximum: 5 }) },
  strict,
);

/** What is said of an item when it comes in, beside whose it is. */
export const IntakeTerms = {
  requirements: Type.Array(Requirement, { maxItems: 20 }),
  isProficiencyFirst: Type.Optional(Type.Boolean()),
  promiseId: Type.Optional({
    ...Text,
    description: 'What is promised where no agreement makes a promise; needed then.',
  }),
  divisionId: Type.Optional({
    ...Text,
    description: 'Whose agreement counts, after the account’s.',
  }),
  caseType: Type.Optional({ ...Text, description: 'What it is about, as agreements name it.' }),
  priority: Type.Optional(Type.Number({ minimum: -10, maximum: 10 })),
  topic: Type.Optional({
    ...Text,
    description: 'What it is about, as a code: bonds for this topic come first.',
  }),
  matterId: Type.Optional({
    ...Text,
    description: 'What is about the same as what is open under this name belongs together.',
  }),
};

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

/** Of the longest id, however many bytes its characters take. */
const CURSOR_LENGTH_MAX = 1_200;

/** What every list takes: where to go on, how much to give, and what to wait for. */
export const listQuery = <Filters extends Record<string, TSchema>>(filters: Filters) =>
  Type.Object(
    {
      cursor: Type.Optional(
        Type.String({ maxLength: CURSOR_LENGTH_MAX, description: 'From the page before.' }),
      ),
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
