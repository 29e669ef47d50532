import type { ConversationMessage } from '@rapport/protocol';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Wire } from './wire.ts';

/** What is said in an interaction, as somebody follows it live. */
export interface Conversation {
  /** What the customer and the agent have said to each other. */
  readonly said: () => readonly ConversationMessage[];
  /** Whether so much was said in time. */
  readonly until: (
    isSaid: (messages: readonly ConversationMessage[]) => boolean,
    withinMs: number,
  ) => Promise<boolean>;
  readonly leave: () => void;
}

export function followConversation({ live }: Wire, interactionId: string): Conversation {
  let messages: readonly ConversationMessage[] = [];
  const waiting = new Set<() => void>();
  const { end } = live.subscribe({
    topic: 'conversation',
    params: { interactionId },
    onState: (state) => {
      messages = state.messages.filter(({ isNote }) => !isNote);
      for (const wake of waiting) wake();
    },
  });
  return {
    said: () => messages,
    until: async (isSaid, withinMs) => {
      if (isSaid(messages)) return true;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const wake = (): void => {
        if (isSaid(messages)) resolve(true);
      };
      waiting.add(wake);
      const timeout = new AbortController();
      const late = sleep(withinMs, false, { signal: timeout.signal }).catch(() => false);
      const isIn = await Promise.race([promise, late]);
      timeout.abort();
      waiting.delete(wake);
      return isIn;
    },
    leave: end,
  };
}

/** Who spoke last; undefined when nobody has. */
export function lastSpeaker(
  messages: readonly ConversationMessage[],
): ConversationMessage['from'] | undefined {
  return messages.at(-1)?.from;
}
