import { type Static, Type } from 'typebox';
import { Country, ONE_LINE } from './schemas.ts';

const strict = { additionalProperties: false } as const;

/** What somebody said, lines and all. */
export const Words = Type.String({
  minLength: 1,
  maxLength: 20_000,
  pattern: '^[^\\u0000\\p{Cs}]+$',
  description: 'Text without zero bytes and halves of characters.',
});

/** One line of what somebody said. */
export const Line = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '^[^\\p{Cc}\\p{Cs}]+$',
  description: ONE_LINE,
});

/** How a customer is recognised: an e-mail address, a telephone number, a name in a network. */
export const Identity = Type.Object(
  {
    kind: Type.Enum(['email', 'phone', 'handle']),
    value: Type.String({
      minLength: 1,
      maxLength: 320,
      pattern: '^[^\\p{Cc}\\p{Cs}]+$',
      description: 'One line of text; of a handle, the network first: `whatsapp:4930123456`.',
    }),
    region: Type.Optional(Country),
  },
  strict,
);

export type Identity = Static<typeof Identity>;
