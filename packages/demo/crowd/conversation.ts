import type { ConversationMessage } from '@rapport/protocol';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Wire } from './wire.ts';

/** What is said in an interaction, as somebody follows it live. */
export interface Conversation {
  /** Whether it was said in time; notes between colleagues do not count. */
  readonly until: (
    isSaid: (messages: readonly ConversationMessage[]) => boolean,
    withinMs: number,
  ) => Promise<boolean>;
  /** The last of what was said by now; 0 before anything was. */
  readonly lastOrdinal: () => number;
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
    lastOrdinal: () => messages.at(-1)?.ordinal ?? 0,
    leave: end,
  };
}

/** How often one of the two has spoken. */
export function countOf(
  messages: readonly ConversationMessage[],
  from: ConversationMessage['from'],
): number {
  return messages.filter((message) => message.from === from).length;
}
