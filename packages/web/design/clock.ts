import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;

/** How far the server's clock is ahead of this machine's. */
let offsetMs = 0;
let current = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** Takes the server's time as the truth from now on. */
export function setServerTime(at: number): void {
  offsetMs = at - Date.now();
}

/** The server's time now. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** What the server's clock showed at a moment of this machine's. */
export function serverTimeOf(localAt: number): number {
  return localAt + offsetMs;
}

/** The server's time, anew each second: one clock for every timer on the screen, so that none drifts. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// Read anew, never counted: the timers of hidden pages are slowed.
function tick(): void {
  current = serverNow();
  for (const listener of listeners) listener();
}
