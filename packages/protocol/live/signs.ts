import { type Static, Type } from 'typebox';
import { Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** What goes on around a conversation at this moment. Nothing of it is kept but what was read. */
export const SignsState = Type.Object(
  {
    viewing: Type.Array(Text, { description: 'Agents who have it open, each once.' }),
    typing: Type.Array(Text, { description: '`customer`, and agents.' }),
    helping: Type.Array(Text, { description: 'Agents who were asked for help.' }),
    customerReadOrdinal: Type.Integer({ minimum: 0 }),
  },
  strict,
);

export type SignsState = Static<typeof SignsState>;
