import { type Static, Type } from 'typebox';
import { At, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** Why everybody is needed at once. The compiler holds this list to core's. */
export const EmergencyReason = Type.Enum(['outage', 'weather', 'safety', 'staff', 'other']);

/** That everybody is needed at once, and nobody is kept for anybody. */
const Emergency = Type.Object(
  {
    reason: EmergencyReason,
    skill: Type.Optional({
      ...Text,
      description: 'Of what asks for this skill alone. Text without control characters.',
    }),
    since: At,
    untilAt: { ...At, description: 'When it ends by itself.' },
    declaredBy: { ...Text, description: 'The person or key that answers for it.' },
    piiDeclaredByName: Type.Optional(Type.String({ description: 'Of a person.' })),
  },
  strict,
);

/** All that stand, the one for everything first and the others by skill. */
export const EmergenciesState = Type.Object({ items: Type.Array(Emergency) }, strict);

export type EmergenciesState = Static<typeof EmergenciesState>;
