import { type Static, Type } from 'typebox';
import type { Access } from './access.ts';
import type { Route } from './route.ts';
import { afterQuery, Done, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;

const READ = {
  roles: ['planner', 'administrator'],
  scope: 'organisation:read',
  reach: 'centre',
} as const satisfies Access;

/** By the names of their fields, such as `bondBonus` or `reservation.chatMsMax`. */
const PolicyNumbers = Type.Record(Type.String(), Type.Number(), {
  description:
    'By the names of their fields. Without those that begin with `reservation.`, nothing is ever reserved.',
});

const Field = Type.Object(
  {
    name: Text,
    min: Type.Number(),
    max: Type.Number(),
    isWhole: Type.Boolean(),
    byDefault: Type.Number(),
  },
  strict,
);

const Policy = Type.Object(
  {
    numbers: PolicyNumbers,
    fields: Type.Array(Field, { description: 'Every number there is, with its bounds.' }),
  },
  strict,
);

export type Policy = Static<typeof Policy>;

const Count = Type.Integer({ minimum: 0 });
const Share = (description: string) =>
  Type.Optional(Type.Number({ minimum: 0, maximum: 1, description }));

const Column = Type.Object(
  {
    offeredCount: {
      ...Count,
      description: 'Items that came in that day and were answered or given up in it.',
    },
    answeredCount: Count,
    abandonedCount: Count,
    serviceLevelRatio: Share('Answered within its promise ÷ (offered − abandoned within it).'),
    abandonmentRatio: Share(
      '(Abandoned − short) ÷ (offered − short), short being under 5 seconds.',
    ),
    answerWaitMsMean: Type.Optional({ ...Count, description: 'ASA: of the answered alone.' }),
    waitMsMean: Type.Optional({ ...Count, description: 'Of all offered.' }),
    waitMsP90: Type.Optional(Count),
    continuityRatio: Share(
      'Of those whose customer had a bond, answered by somebody who knows him.',
    ),
    bondKeptRatio: Share('Of the same, answered by the owner.'),
    occupancyRatio: Share('Busy ÷ (busy + ready).'),
    siloMs: { ...Count, description: 'Waited while somebody able was available, in all.' },
  },
  strict,
);

/** A day of the centre as it was, and as it would have been. */
const Preview = Type.Object(
  {
    previewId: Text,
    day: Text,
    status: Type.Enum(['running', 'done', 'failed']),
    doneRatio: Type.Number({ minimum: 0, maximum: 1 }),
    columns: Type.Optional(
      Type.Object(
        { recorded: Column, today: Column, changed: Column },
        {
          ...strict,
          description:
            'What was recorded; the day played under the policy that holds; and under the one that is tried. The last two share their assumptions, so that they are to be compared with each other.',
        },
      ),
    ),
    unfitCount: Type.Optional({
      ...Count,
      description:
        'What came from outside and did not fit, because somebody did something else by then.',
    }),
  },
  strict,
);

export type PolicyPreview = Static<typeof Preview>;

const previewParams = Type.Object({ previewId: Text }, strict);

export const POLICY_ROUTES = {
  startPolicyPreview: {
    method: 'POST',
    path: '/api/v1/policy/preview',
    summary:
      'Begins to play a day of the centre under other numbers: what would have happened. There is one preview at a time; a new one takes its place.',
    access: { roles: ['planner', 'administrator'], reach: 'centre' },
    body: Type.Object(
      {
        numbers: PolicyNumbers,
        day: Type.Optional(
          Type.String({
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            description:
              'A day that is over, in the time zone of the centre; yesterday when left out.',
          }),
        ),
      },
      strict,
    ),
    answer: Preview,
    status: 201,
  },
  getPolicyPreview: {
    method: 'GET',
    path: '/api/v1/policy/preview/:previewId',
    summary: 'How far a preview is, and what came of it.',
    access: { roles: ['planner', 'administrator'], reach: 'centre' },
    params: previewParams,
    answer: Preview,
  },
  endPolicyPreview: {
    method: 'DELETE',
    path: '/api/v1/policy/preview/:previewId',
    summary: 'Ends a preview before it is done, or forgets it.',
    access: { roles: ['planner', 'administrator'], reach: 'centre' },
    params: previewParams,
    answer: Done,
  },
  getPolicy: {
    method: 'GET',
    path: '/api/v1/policy',
    summary: 'The numbers in the rule by which the desk decides, with their bounds and defaults.',
    access: READ,
    query: afterQuery,
    answer: Policy,
  },
  setPolicy: {
    method: 'PUT',
    path: '/api/v1/policy',
    summary: 'Sets all the numbers in the rule; they count for what is decided from then on.',
    access: { roles: ['administrator'], scope: 'organisation:write', reach: 'centre' },
    body: PolicyNumbers,
    answer: Written,
  },
} as const satisfies Readonly<Record<string, Route>>;
