import { reasonOf } from '../logs/reason-of.ts';

/** Work in the background that is done again whenever there may be more of it. */
export interface Repeating extends AsyncDisposable {
  /** Says that there may be something new. */
  readonly poke: () => void;
  /** Stops after what it is doing. */
  readonly stop: () => Promise<void>;
}

const POLL_MS = 1_000;

/**
 * Does `work` at once, at each poke, and each second in case a poke was lost. A failure is told and
 * tried again; `work` leaves no half-done things behind.
 */
export function repeat(
  name: string,
  notice: (message: string) => void,
  work: () => Promise<void>,
): Repeating {
  let isStopped = false;
  let isPoked = true;
  let wake: () => void = () => undefined;

  const waitForPoke = (): Promise<void> =>
    new Promise((resolve) => {
      const timeout = setTimeout(resolve, POLL_MS);
      wake = () => {
        clearTimeout(timeout);
        resolve();
      };
    });

  // A method call, because the compiler cannot see that `stop` is called meanwhile.
  const isRunning = (): boolean => !isStopped;

  const run = async (): Promise<void> => {
    while (isRunning()) {
      if (!isPoked) await waitForPoke();
      isPoked = false;
      try {
        await work();
      } catch (error) {
        if (!isRunning()) return;
        notice(`${name} pauses and goes on in ${POLL_MS / 1000} s: ${reasonOf(error)}`);
        await waitForPoke();
      }
    }
  };

  const ended = run();
  const poke = (): void => {
    isPoked = true;
    wake();
  };
  const stop = async (): Promise<void> => {
    isStopped = true;
    poke();
    await ended;
  };
  return { poke, stop, [Symbol.asyncDispose]: stop };
}
