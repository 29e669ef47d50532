import type {
  VisitorEntry,
  VisitorMessage,
  VisitorOutlook,
  VisitorProgress,
  VisitorThread,
} from '@rapport/protocol';
import type { Keeping } from './keep.ts';
import {
  type Asked,
  mintMessageKey,
  mintToken,
  type Refused,
  type Said,
  type VisitorApi,
} from './visitor-api.ts';

/** Words on their way to the centre. */
export interface Unsent {
  readonly key: string;
  readonly at: number;
  readonly said: Said;
  /** Why it cannot be sent as it is. */
  readonly refused?: string;
}

/** A thread as its screen shows it. */
export interface ThreadState {
  readonly entry: VisitorEntry | undefined;
  readonly messages: readonly VisitorMessage[];
  readonly unsent: readonly Unsent[];
  readonly progress: VisitorProgress | undefined;
  readonly outlook: VisitorOutlook | undefined;
  readonly isConnected: boolean;
  /** Whether the centre has said what is in it. */
  readonly isRead: boolean;
  /** Why nothing can be shown here. */
  readonly refused: Refused | undefined;
}

export interface VisitorThreadClient {
  readonly state: () => ThreadState;
  /** Tells of every change. */
  readonly onChange: (listener: (state: ThreadState) => void) => void;
  /** Whether anything was ever said in it from this browser. */
  readonly hasBegun: () => boolean;
  readonly token: () => string;
  /** Reads what the entry point says of itself, and of who is there now. */
  readonly readEntry: () => Promise<void>;
  /** Follows the thread from now on; more than once is once. */
  readonly follow: () => void;
  readonly say: (said: Said) => void;
  readonly again: (key: string) => void;
  readonly remove: (key: string) => void;
  readonly end: () => Promise<void>;
}

const WAIT_MS = 25_000;
/** Answers that tell nothing new and come at once are not asked for again at once. */
const PAUSE_MS = 3_000;
const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;

const NOTHING: ThreadState = {
  entry: undefined,
  messages: [],
  unsent: [],
  progress: undefined,
  outlook: undefined,
  isConnected: true,
  isRead: false,
  refused: undefined,
};

/**
 * A thread of this browser: keeps its token, what is written and not yet sent, and what the centre has
 * said. What is said goes out in order, again and again under the same key until the centre has it;
 * what comes in is read from the last number on, so that nothing is missed or shown twice.
 */
export function openThread(api: VisitorApi, keeping: Keeping): VisitorThreadClient {
  let state: ThreadState = { ...NOTHING, unsent: readUnsent(keeping) };
  const listeners = new Set<(state: ThreadState) => void>();
  const change = (some: Partial<ThreadState>): void => {
    state = { ...state, ...some };
    for (const listener of listeners) listener(state);
  };
  const setUnsent = (unsent: readonly Unsent[]): void => {
    keeping.set('unsent', unsent.length === 0 ? undefined : JSON.stringify(unsent));
    change({ unsent });
  };
  const token = (): string => {
    const kept = keeping.get('token');
    if (kept !== undefined) return kept;
    const made = mintToken();
    keeping.set('token', made);
    return made;
  };
  const hasBegun = (): boolean => keeping.get('begun') !== undefined;
  const reader = threadReader(
    { api, token, hasBegun },
    {
      took: (thread, isFresh) => change(afterThread(state, thread, isFresh)),
      failed: (refused) => change({ isConnected: refused !== undefined, refused }),
    },
  );
  const sender = async (): Promise<void> => {
    for (let tries = 0; ;) {
      const next = state.unsent.find(({ refused }) => refused === undefined);
      if (next === undefined) return;
      const asked = await api.say(token(), next.said, next.key);
      if (asked.ok) {
        tries = 0;
        keeping.set('begun', 'yes');
        change({ messages: withMessage(state.messages, ownMessage(next, asked.answer.number)) });
        setUnsent(state.unsent.filter(({ key }) => key !== next.key));
        change({ isConnected: true });
        reader.follow();
      } else if (asked.refusal !== undefined) {
        const { title } = asked.refusal;
        setUnsent(state.unsent.map((each) => (each === next ? { ...each, refused: title } : each)));
      } else {
        change({ isConnected: false });
        await pause(asked.retryMs ?? retryMs(tries++));
      }
    }
  };
  const send = once(sender);
  return {
    state: () => state,
    onChange: (listener) => listeners.add(listener),
    hasBegun,
    token,
    async readEntry() {
      for (let tries = 0; ;) {
        const asked: Asked<VisitorEntry> = await api.entry();
        if (asked.ok) {
          // Of a thread that has begun, its own outlook holds.
          const outlook = state.progress === undefined && asked.answer.outlook;
          change({ entry: asked.answer, ...(outlook && { outlook }), isConnected: true });
          return;
        }
        if (asked.refusal !== undefined) {
          change({ refused: asked.refusal });
          return;
        }
        change({ isConnected: false });
        await pause(asked.retryMs ?? retryMs(tries++));
      }
    },
    follow() {
      if (hasBegun()) reader.follow();
      else change({ isRead: true });
      if (state.unsent.length > 0) send();
    },
    say(said) {
      setUnsent([...state.unsent, { key: mintMessageKey(), at: Date.now(), said }]);
      send();
    },
    again(key) {
      setUnsent(
        state.unsent.map((each) => {
          const { refused: _, ...rest } = each;
          return each.key === key ? rest : each;
        }),
      );
      send();
    },
    remove: (key) => setUnsent(state.unsent.filter((each) => each.key !== key)),
    async end() {
      await api.end(token());
    },
  };
}

function ownMessage({ said, at }: Unsent, number: number): VisitorMessage {
  return { number, from: 'customer', piiText: said.piiText, at };
}

function afterThread(
  { messages }: ThreadState,
  thread: VisitorThread,
  isFresh: boolean,
): Partial<ThreadState> {
  let all: readonly VisitorMessage[] = isFresh ? [] : messages;
  for (const message of thread.messages) all = withMessage(all, message);
  const { progress, outlook } = thread;
  return { messages: all, progress, outlook, isConnected: true, isRead: true, refused: undefined };
}

/** The messages in order with this one among them, once. */
function withMessage(
  messages: readonly VisitorMessage[],
  message: VisitorMessage,
): readonly VisitorMessage[] {
  const others = messages.filter(({ number }) => number !== message.number);
  return [...others, message].sort((a, b) => a.number - b.number);
}

/** Reads the thread again and again, each time waiting for news, and is told to begin at most once. */
function threadReader(
  { api, token, hasBegun }: { api: VisitorApi; token: () => string; hasBegun: () => boolean },
  on: {
    readonly took: (thread: VisitorThread, isFresh: boolean) => void;
    readonly failed: (refused: Refused | undefined) => void;
  },
): { readonly follow: () => void } {
  let afterNumber = 0;
  let known: string | undefined;
  let isFresh = true;
  const read = async (): Promise<void> => {
    for (let tries = 0; hasBegun();) {
      await whenShown();
      const beganAt = performance.now();
      const query = { afterNumber, known, waitMs: known === undefined ? 0 : WAIT_MS };
      const asked = await api.thread(token(), query, new AbortController().signal);
      if (asked.ok) {
        tries = 0;
        const { version, messages, hasMore } = asked.answer;
        const isNews = version !== known || messages.length > 0;
        on.took(asked.answer, isFresh);
        isFresh = false;
        afterNumber = messages.at(-1)?.number ?? afterNumber;
        known = hasMore ? undefined : version;
        if (!isNews && performance.now() - beganAt < PAUSE_MS) await pause(PAUSE_MS);
      } else {
        on.failed(asked.refusal);
        if (asked.refusal !== undefined) return;
        await pause(asked.retryMs ?? retryMs(tries++));
      }
    }
  };
  const follow = once(read);
  return { follow };
}

function readUnsent(keeping: Keeping): readonly Unsent[] {
  try {
    const kept: unknown = JSON.parse(keeping.get('unsent') ?? '[]');
    return Array.isArray(kept) ? (kept as Unsent[]) : [];
  } catch {
    // Somebody else wrote there.
    return [];
  }
}

/** Runs it, unless it runs. */
export function once(run: () => Promise<void>): () => void {
  let isRunning = false;
  return () => {
    if (isRunning) return;
    isRunning = true;
    void run().finally(() => (isRunning = false));
  };
}

function retryMs(tries: number): number {
  const ms = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 15_000;
  return ms * (0.75 + Math.random() / 2);
}

/** Waits so long, or until the browser says that it is connected again. */
async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}

/** A page that nobody sees asks for nothing once it has been hidden for the length of a read. */
async function whenShown(): Promise<void> {
  while (document.visibilityState === 'hidden') {
    await new Promise<void>((resolve) => {
      document.addEventListener('visibilitychange', () => resolve(), { once: true });
    });
  }
}
