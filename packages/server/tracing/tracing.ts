import type { CommandObserver } from '../host/host-dependencies.ts';
import type { JournalRow } from '../store/journal.ts';

type Attributes = Readonly<Record<string, string | number>>;

/** A request on its way. */
export interface RequestTrace {
  /** Whatever `work` begins belongs to the request, also what it has only promised to do. */
  readonly run: (work: () => void) => void;
  readonly end: (name: string, status: number, attributes: Attributes) => void;
}

/** Follows what happens from a request, over its command and the append, to what is delivered. */
export interface Tracing extends AsyncDisposable {
  /** `traceparent` is the caller's, where he has begun the trace. */
  readonly beginRequest: (traceparent: string | undefined) => RequestTrace;
  readonly command: CommandObserver;
  readonly append: (rows: readonly JournalRow[], work: () => Promise<void>) => Promise<void>;
  /**
   * What is done for the world because of the row at `position`, such as `webhook` or `live`.
   * `traceparent` is for whoever it is delivered to. `work` begins in the same turn.
   */
  readonly delivery: <Value>(
    name: string,
    position: number,
    work: (traceparent: string | undefined) => Promise<Value>,
  ) => Promise<Value>;
}

/** Follows nothing, and costs nothing. */
export const noTracing: Tracing = {
  beginRequest: () => ({
    run: (work) => {
      work();
    },
    end: () => undefined,
  }),
  command: (_command, _envelope, carryOut) => carryOut(),
  append: (_rows, work) => work(),
  delivery: (_name, _position, work) => work(undefined),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};
