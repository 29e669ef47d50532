import type {
  AskedCallback,
  VisitorEntry,
  VisitorMessage,
  VisitorOutlook,
  VisitorProgress,
  VisitorThread,
  WaitChoices,
} from '@rapport/protocol';
import type { Keeping } from './keep.ts';
import { threadReader } from './read-thread.ts';
import { untilAnswered } from './retry.ts';
import type { FileSending, SentFile } from './send-file.ts';
import { type Signs, signsOf } from './signs.ts';
import { type Unsent, unsentSender } from './send-unsent.ts';
import {
  type FetchedFile,
  mintMessageKey,
  mintToken,
  type Refused,
  type Said,
  type VisitorApi,
} from './visitor-api.ts';

/** A thread as its screen shows it. */
export interface ThreadState {
  readonly entry: VisitorEntry | undefined;
  readonly messages: readonly VisitorMessage[];
  readonly unsent: readonly Unsent[];
  readonly progress: VisitorProgress | undefined;
  readonly outlook: VisitorOutlook | undefined;
  /** Whoever serves it writes at this moment. */
  readonly isTyping: boolean;
  /** Whoever serves it has read up to there. */
  readonly readNumber: number;
  readonly isConnected: boolean;
  /** Whether the centre has said what is in it. */
  readonly isRead: boolean;
  /** Why nothing can be shown here. */
  readonly refused: Refused | undefined;
}

export interface VisitorThreadClient extends Signs {
  readonly state: () => ThreadState;
  /** Tells of every change. */
  readonly onChange: (listener: (state: ThreadState) => void) => void;
  /** Whether anything was ever said in it from this browser. */
  readonly hasBegun: () => boolean;
  /** Reads what the entry point says of itself, and of who is there now. */
  readonly readEntry: () => Promise<void>;
  /** Follows the thread from now on; more than once is once. */
  readonly follow: () => void;
  readonly say: (said: Said) => void;
  readonly again: (key: string) => void;
  readonly remove: (key: string) => void;
  readonly sendFile: (file: File, sending: FileSending) => Promise<SentFile>;
  readonly fetchFile: (attachmentId: string) => Promise<FetchedFile>;
  /** For whom the visitor may wait; undefined where that was not to be learnt. */
  readonly choices: () => Promise<WaitChoices | undefined>;
  /** Waits for one of those alone; left out, for whoever is free first. */
  readonly choose: (agentId: string | undefined) => Promise<unknown>;
  /** Has one of those call at a moment; returns why that is not to be had. */
  readonly callBack: (call: AskedCallback) => Promise<Refused | undefined>;
  readonly cancelCallback: () => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

const NOTHING: ThreadState = {
  entry: undefined,
  messages: [],
  unsent: [],
  progress: undefined,
  outlook: undefined,
  isTyping: false,
  readNumber: 0,
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
  const token = (): string => tokenIn(keeping);
  const hasBegun = (): boolean => keeping.get('begun') !== undefined;
  const reader = threadReader(
    { api, token, hasBegun },
    {
      took: (thread, isFresh) => change(afterThread(state, thread, isFresh)),
      failed: (refused) => change({ isConnected: refused !== undefined, refused }),
    },
  );
  const send = unsentSender(
    { api, token },
    {
      unsent: () => state.unsent,
      sent(next, number) {
        keeping.set('begun', 'yes');
        const messages = withMessage(state.messages, ownMessage(next, number));
        change({ messages, isConnected: true });
        setUnsent(state.unsent.filter(({ key }) => key !== next.key));
        reader.follow();
      },
      refused: (next, why) =>
        setUnsent(state.unsent.map((each) => (each === next ? refusedFor(next, why) : each))),
      failed: () => change({ isConnected: false }),
    },
  );
  return {
    state: () => state,
    onChange: (listener) => listeners.add(listener),
    hasBegun,
    readEntry: () => readEntry(api, { state: () => state, change }),
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
      setUnsent(state.unsent.map((each) => (each.key === key ? askedAgain(each) : each)));
      send();
    },
    remove: (key) => setUnsent(state.unsent.filter((each) => each.key !== key)),
    ...signsOf({ api, token, state: () => state }),
    ...filesOf(api, token),
    ...waitOf(api, token),
  };
}

function waitOf(
  api: VisitorApi,
  token: () => string,
): Pick<VisitorThreadClient, 'choices' | 'choose' | 'callBack' | 'cancelCallback' | 'end'> {
  return {
    async choices() {
      const asked = await api.choices(token());
      return asked.ok ? asked.answer : undefined;
    },
    choose: (agentId) => api.choose(token(), agentId),
    async callBack(call) {
      const asked = await api.callBack(token(), call);
      return asked.ok ? undefined : (asked.refusal ?? { type: 'unreached', title: '' });
    },
    cancelCallback: () => api.cancelCallback(token()),
    end: () => api.end(token()),
  };
}

function filesOf(
  api: VisitorApi,
  token: () => string,
): Pick<VisitorThreadClient, 'sendFile' | 'fetchFile'> {
  return {
    sendFile: (file, sending) => api.sendFile(token(), file, sending),
    fetchFile: (attachmentId) => api.file(token(), attachmentId),
  };
}

function refusedFor(unsent: Unsent, { title, field }: Refused): Unsent {
  return { ...unsent, refused: title, isFileLost: field === 'attachments' };
}

/** As it was, but for files that the centre has not. */
function askedAgain({ key, at, said, isFileLost }: Unsent): Unsent {
  return { key, at, said: isFileLost === true ? { ...said, attachments: [] } : said };
}

/** The token of this thread, made when it is first needed. */
function tokenIn(keeping: Keeping): string {
  const kept = keeping.get('token');
  if (kept !== undefined) return kept;
  const made = mintToken();
  keeping.set('token', made);
  return made;
}

async function readEntry(
  api: VisitorApi,
  {
    state,
    change,
  }: { readonly state: () => ThreadState; readonly change: (some: Partial<ThreadState>) => void },
): Promise<void> {
  const asked = await untilAnswered(
    () => api.entry(),
    () => change({ isConnected: false }),
  );
  if (!asked.ok) {
    change({ refused: asked.refusal });
    return;
  }
  // Of a thread that has begun, its own outlook holds.
  const { outlook } = asked.answer;
  const isNew = state().progress === undefined;
  change({ entry: asked.answer, ...(isNew && { outlook }), isConnected: true });
}

function ownMessage({ said, at }: Unsent, number: number): VisitorMessage {
  const { piiText, attachments = [] } = said;
  const files = attachments.length > 0 ? { attachments: [...attachments] } : {};
  return { number, from: 'customer', piiText, ...files, at };
}

function afterThread(
  { messages }: ThreadState,
  thread: VisitorThread,
  isFresh: boolean,
): Partial<ThreadState> {
  let all: readonly VisitorMessage[] = isFresh ? [] : messages;
  for (const message of thread.messages) all = withMessage(all, message);
  const { progress, outlook, isTyping, readNumber } = thread;
  return {
    ...{ messages: all, progress, outlook, isTyping, readNumber },
    ...{ isConnected: true, isRead: true, refused: undefined },
  };
}

/** The messages in order with this one among them, once. */
function withMessage(
  messages: readonly VisitorMessage[],
  message: VisitorMessage,
): readonly VisitorMessage[] {
  const others = messages.filter(({ number }) => number !== message.number);
  return [...others, message].sort((a, b) => a.number - b.number);
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
