/** So long somebody counts as writing after his last word of it. */
const TYPING_MS = 6_000;

type Listener = (interactionId: string, agentId?: string) => void;

/** What goes on around conversations at this moment, in this process; nothing of it is kept. */
export interface Signs {
  /** Somebody writes: `customer`, or an agent. It counts for six seconds. */
  readonly typed: (interactionId: string, who: string) => void;
  /** What he wrote has been said. */
  readonly saidIt: (interactionId: string, who: string) => void;
  readonly typing: (interactionId: string) => readonly string[];
  /** Something else about it is new: what was read, put off, or whether that agent helps. */
  readonly changed: Listener;
  /** Calls `listener` with each interaction whose signs are new; returns how to stop that. */
  readonly onChange: (listener: Listener) => () => void;
}

export function openSigns(): Signs {
  const writers = new Map<string, Map<string, NodeJS.Timeout>>();
  const listeners = new Set<Listener>();
  const changed: Listener = (interactionId, agentId) => {
    for (const listener of listeners) listener(interactionId, agentId);
  };
  const forget = (interactionId: string, who: string): boolean => {
    const some = writers.get(interactionId);
    clearTimeout(some?.get(who));
    if (some?.delete(who) !== true) return false;
    if (some.size === 0) writers.delete(interactionId);
    return true;
  };
  return {
    typed: (interactionId, who) => {
      const isKnown = forget(interactionId, who);
      const some = writers.get(interactionId) ?? new Map<string, NodeJS.Timeout>();
      const timer = setTimeout(() => {
        if (forget(interactionId, who)) changed(interactionId);
      }, TYPING_MS);
      timer.unref();
      writers.set(interactionId, some.set(who, timer));
      if (!isKnown) changed(interactionId);
    },
    saidIt: (interactionId, who) => {
      if (forget(interactionId, who)) changed(interactionId);
    },
    typing: (interactionId) => [...(writers.get(interactionId)?.keys() ?? [])].sort(),
    changed,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
