import { type Static, Type } from 'typebox';
import { At, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** Something said, or noted, in an interaction. */
const ConversationMessage = Type.Object(
  {
    messageId: Text,
    ordinal: Type.Integer({ minimum: 1 }),
    authorKind: Type.Enum(['customer', 'agent', 'system']),
    authorId: Type.Optional(Text),
    piiText: Type.String(),
    isNote: Type.Boolean({ description: 'Colleagues see it, the customer does not.' }),
    at: At,
  },
  strict,
);

/** What was said last, in order: as much as the snapshot held, and what has come since. */
export const ConversationState = Type.Object({ messages: Type.Array(ConversationMessage) }, strict);

/** Messages that came, in order. */
export const ConversationChange = ConversationMessage;

export type ConversationMessage = Static<typeof ConversationMessage>;
export type ConversationState = Static<typeof ConversationState>;

/** The conversation after these messages. */
export function applyToConversation(
  { messages }: ConversationState,
  added: readonly ConversationMessage[],
): ConversationState {
  return { messages: [...messages, ...added] };
}
