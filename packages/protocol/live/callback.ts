import { type Static, Type } from 'typebox';
import { At, Text } from '../http/schemas.ts';

/** That a customer was promised a call: by whom, for when, and how often it has been tried. */
export const Callback = Type.Object(
  {
    agentId: { ...Text, description: 'Who calls.' },
    dueAt: At,
    attempt: Type.Integer({ minimum: 1, description: 'Which one it is, from 1.' }),
    attemptMax: Type.Integer({ minimum: 1, description: 'How many there are at most.' }),
  },
  { additionalProperties: false },
);

export type Callback = Static<typeof Callback>;
