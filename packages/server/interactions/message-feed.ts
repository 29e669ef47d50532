/** A message that is durable; its words are in its table, by interaction and ordinal. */
export interface MessageKept {
  readonly interactionId: string;
  readonly ordinal: number;
}

/** Tells of messages as they become durable, in this process. */
export interface MessageFeed {
  /** Calls `listener` for each message, now and then twice; returns how to stop that. */
  readonly onMessage: (listener: (message: MessageKept) => void) => () => void;
  readonly tell: (message: MessageKept) => void;
}

export function messageFeed(): MessageFeed {
  const listeners = new Set<(message: MessageKept) => void>();
  return {
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (message) => {
      for (const listener of listeners) listener(message);
    },
  };
}
