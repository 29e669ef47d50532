import { type Static, Type } from 'typebox';
import { Message } from '../http/message.ts';

const strict = { additionalProperties: false } as const;

/** What was said last, in order: as much as the snapshot held, and what has come since. */
export const ConversationState = Type.Object({ messages: Type.Array(Message) }, strict);

/** Messages that came, in order. */
export const ConversationChange = Message;

export type ConversationMessage = Static<typeof Message>;
export type ConversationState = Static<typeof ConversationState>;

/** The conversation after these messages. */
export function applyToConversation(
  { messages }: ConversationState,
  added: readonly ConversationMessage[],
): ConversationState {
  return { messages: [...messages, ...added] };
}
