import { type Static, Type } from 'typebox';

const strict = { additionalProperties: false } as const;

/** What somebody said: lines and all, but no zero byte and no half of a character. */
export const Words = Type.String({
  minLength: 1,
  maxLength: 20_000,
  pattern: '^[^\\u0000\\p{Cs}]+$',
});

/** One line of what somebody said. */
export const Line = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\p{Cc}\\p{Cs}]+$' });

/** The country of a national number, as ISO 3166-1 abbreviates it. */
const Region = Type.String({ pattern: '^[A-Z]{2}$' });

/** How a customer is recognised: an e-mail address, a telephone number, a name in a network. */
export const Identity = Type.Object(
  {
    kind: Type.Enum(['email', 'phone', 'handle']),
    value: Type.String({
      minLength: 1,
      maxLength: 320,
      pattern: '^[^\\p{Cc}\\p{Cs}]+$',
      description: 'Of a handle, the network first: `whatsapp:4930123456`.',
    }),
    region: Type.Optional(Region),
  },
  strict,
);

export type Identity = Static<typeof Identity>;
