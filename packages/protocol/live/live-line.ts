/** The world of a client: a socket, time and chance. */
export interface LiveWorld {
  /** Opens a socket and returns it at once; `on` hears what becomes of it. */
  readonly connect: (on: SocketListener) => LiveSocket;
  /** Calls `run` once after that time; returns how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export interface LiveSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

interface SocketListener {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** Once, also for a socket that never opened. */
  readonly closed: () => void;
}

/** A line to the server that is opened again whenever it breaks. */
export interface LiveLine {
  /** Says something; nothing comes of it while the line is broken. */
  readonly send: (message: object) => void;
  readonly close: () => void;
}

const BACKOFF_MS_MIN = 250;
const BACKOFF_MS_MAX = 10_000;
/** The server says something each 10 s at least; two beats may be missed. */
const SILENCE_MS_MAX = 25_000;

/** Opens a line, and again after growing pauses whenever it breaks or the server falls silent. */
export function openLine(
  world: LiveWorld,
  on: Pick<SocketListener, 'opened' | 'received'>,
): LiveLine {
  let socket: LiveSocket | undefined;
  let isOpen = false;
  let isEnded = false;
  let failureCount = 0;
  let callOff = (): void => undefined;

  const connect = (): void => {
    let isHeard = false;
    const watch = (): void => {
      callOff = world.after(SILENCE_MS_MAX, () => {
        if (!isHeard) mine.close();
        isHeard = false;
        watch();
      });
    };
    const mine = world.connect({
      opened: () => {
        isOpen = true;
        on.opened();
      },
      received: (text) => {
        isHeard = true;
        failureCount = 0;
        on.received(text);
      },
      closed: () => {
        isOpen = false;
        callOff();
        if (isEnded) return;
        const pauseMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** failureCount++);
        callOff = world.after(pauseMs * (0.5 + world.random() / 2), connect);
      },
    });
    socket = mine;
    watch();
  };

  connect();
  return {
    send: (message) => {
      if (isOpen) socket?.send(JSON.stringify(message));
    },
    close: () => {
      isEnded = true;
      callOff();
      socket?.close();
    },
  };
}
