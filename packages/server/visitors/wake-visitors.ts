import type { Host } from '../host/host.ts';
import type { MessageFeed } from '../interactions/message-feed.ts';
import type { Signs } from '../interactions/signs.ts';

/** Lets reads wait for news of what they show. */
export interface VisitorWaker {
  /**
   * Begins to listen for news of these ids; undefined where too many listen already, and the reader
   * is to be answered at once.
   */
  readonly listen: (ids: readonly string[]) => Listening | undefined;
  readonly tell: (id: string) => void;
  /** Whether nobody may wait any longer. */
  readonly isClosed: () => boolean;
  /** Wakes everybody; from now on nobody waits. */
  readonly close: () => void;
}

export interface Listening {
  /** Settles with the first news since the beginning, or when the time is over. */
  readonly within: (ms: number) => Promise<void>;
  readonly end: () => void;
}

const LISTENING_MAX = 5_000;
const LISTENING_PER_ID_MAX = 6;

interface WakerRooms {
  readonly host: Pick<Host, 'onCommitted'>;
  readonly messages: MessageFeed;
  readonly signs: Signs;
}

export function visitorWaker({ host, messages, signs }: WakerRooms): VisitorWaker {
  const listeners = new Map<string, Set<() => void>>();
  let listeningCount = 0;
  let isClosed = false;
  const tell = (id: string): void => {
    for (const wake of listeners.get(id) ?? []) wake();
  };
  const stops = [
    messages.onMessage(({ interactionId }) => tell(interactionId)),
    signs.onChange((interactionId) => tell(interactionId)),
    host.onCommitted((_rows, events) => {
      if (listeners.size === 0) return;
      for (const event of events.flat()) if ('workId' in event) tell(event.workId);
    }),
  ];
  const stopListening = (ids: readonly string[], wake: () => void): void => {
    for (const id of ids) {
      const others = listeners.get(id);
      others?.delete(wake);
      if (others?.size === 0) listeners.delete(id);
    }
    listeningCount--;
  };
  return {
    listen(ids) {
      const isFull = (id: string) => (listeners.get(id)?.size ?? 0) >= LISTENING_PER_ID_MAX;
      if (isClosed || listeningCount >= LISTENING_MAX || ids.some(isFull)) return undefined;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const wake = (): void => resolve(undefined);
      listeningCount++;
      for (const id of ids) listeners.set(id, (listeners.get(id) ?? new Set()).add(wake));
      return { within: (ms) => firstOf(promise, ms), end: () => stopListening(ids, wake) };
    },
    tell,
    isClosed: () => isClosed,
    close() {
      isClosed = true;
      for (const stop of stops) stop();
      for (const wakes of listeners.values()) for (const wake of wakes) wake();
    },
  };
}

async function firstOf(news: Promise<undefined>, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  await Promise.race([news, promise]);
  clearTimeout(timer);
}
