/** Messages at once, after a pause; enough to follow everything on a screen anew. */
const BURST = 100;
const PER_SECOND = 20;

/** Returns a gate that says, at each message, whether it still is within what one client may say. */
export function messageRate(now: () => number = () => performance.now()): () => boolean {
  let left = BURST;
  let lastAt = now();
  return () => {
    const at = now();
    left = Math.min(BURST, left + ((at - lastAt) / 1_000) * PER_SECOND);
    lastAt = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
