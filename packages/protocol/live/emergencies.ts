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

/** That live offers reach nobody, as it seems. */
const SuspectedOutage = Type.Object(
  {
    since: { ...At, description: 'When the first of them missed an offer, or lost his line.' },
    agentCount: Type.Integer({
      minimum: 0,
      description: 'How many have until now, each counted once, but for those who are back.',
    }),
  },
  strict,
);

/** All that stand, the one for everything first and the others by skill; and whether an outage is suspected. */
export const EmergenciesState = Type.Object(
  { items: Type.Array(Emergency), outage: Type.Optional(SuspectedOutage) },
  strict,
);

export type EmergenciesState = Static<typeof EmergenciesState>;
