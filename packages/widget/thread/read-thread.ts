import type { VisitorThread } from '@rapport/protocol';
import { once, pause, retryMs } from './retry.ts';
import type { Refused, VisitorApi } from './visitor-api.ts';

const WAIT_MS = 25_000;
/** Answers that tell nothing new and come at once are not asked for again at once. */
const PAUSE_MS = 3_000;

/** The version of a thread in which nothing was said, or nothing is left. */
const NOTHING_SAID = 'none';

/** Reads the thread again and again, each time waiting for news, and is told to begin at most once. */
export function threadReader(
  { api, token, hasBegun }: { api: VisitorApi; token: () => string; hasBegun: () => boolean },
  on: {
    readonly took: (thread: VisitorThread, isFresh: boolean) => void;
    readonly failed: (refused: Refused | undefined) => void;
  },
): { readonly follow: () => void } {
  let afterNumber = 0;
  let known: string | undefined;
  let isFresh = true;
  /** Takes an answer; returns whether it told anything new. */
  const take = (thread: VisitorThread): boolean => {
    const { version, messages, hasMore } = thread;
    const isNews = version !== known || messages.length > 0;
    on.took(thread, isFresh || version === NOTHING_SAID);
    isFresh = false;
    afterNumber = messages.at(-1)?.number ?? afterNumber;
    known = hasMore ? undefined : version;
    return isNews;
  };
  const follow = once(async () => {
    for (let tries = 0; hasBegun();) {
      await whenShown();
      const beganAt = performance.now();
      const waitMs = known === undefined ? 0 : WAIT_MS;
      const asked = await api.thread(token(), { afterNumber, known, waitMs });
      if (asked.ok) {
        tries = 0;
        const isNews = take(asked.answer);
        // It was erased; the next words begin another.
        if (known === NOTHING_SAID) return;
        if (!isNews && performance.now() - beganAt < PAUSE_MS) await pause(PAUSE_MS);
      } else {
        on.failed(asked.refusal);
        if (asked.refusal !== undefined) return;
        await pause(asked.retryMs ?? retryMs(tries++));
      }
    }
  });
  return { follow };
}

/** A page that nobody sees reads on when it is seen again. */
async function whenShown(): Promise<void> {
  while (document.visibilityState === 'hidden') {
    await new Promise<void>((resolve) => {
      document.addEventListener('visibilitychange', () => resolve(), { once: true });
    });
  }
}
