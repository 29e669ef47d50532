import type { Asked, Refused } from './visitor-api.ts';

const RETRY_MS = [500, 1_000, 2_000, 4_000, 6_000] as const;

/** Asks until the centre answers, for or against. */
export async function untilAnswered<Answer>(
  ask: () => Promise<Asked<Answer>>,
  onTrouble: () => void,
): Promise<Extract<Asked<Answer>, { ok: true } | { refusal: Refused }>> {
  for (let tries = 0; ;) {
    const asked = await ask();
    if (asked.ok || asked.refusal !== undefined) return asked;
    onTrouble();
    await pause(asked.retryMs ?? retryMs(tries++));
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

/** How long to wait before the next try: longer each time, and not all at the same moment. */
export function retryMs(tries: number): number {
  const ms = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 6_000;
  return ms * (0.75 + Math.random() / 2);
}

/** Waits so long, or until the browser says that it is connected again. */
export async function pause(ms: number): Promise<void> {
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
