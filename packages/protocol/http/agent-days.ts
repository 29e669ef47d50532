import { Type } from 'typebox';
import { At, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;

/** That a break, the end of a shift or a call that he has promised is near. */
export const WindDown = Type.Object(
  {
    reason: Type.Enum(['break', 'end-of-shift', 'callback']),
    startsAt: { ...At, description: 'When the break begins, the shift ends, or he is to call.' },
    untilAt: { ...At, description: 'Until then he is offered no live work.' },
  },
  strict,
);

/** That an agent is away, and who stands in. */
export const Absence = Type.Object({ untilAt: At, deputyId: Type.Optional(Text) }, strict);
