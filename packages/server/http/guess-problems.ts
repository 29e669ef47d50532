import type { Problem } from '@rapport/protocol';
import type { Guess } from '../identity/sign-in/throttled.ts';

/** What a caller is told whose guess was not right, in the words of what he guessed at. */
export function problemOfGuess(
  guess: Exclude<Guess<unknown>, { kind: 'right' }>,
  wrong: Problem,
): { readonly ok: false; readonly problem: Problem; readonly retryAfterSeconds?: number } {
  if (guess.kind === 'wrong') return { ok: false, problem: wrong };
  const retryAfterSeconds = Math.ceil(guess.waitMs / 1_000);
  const title = `Too many tries; the next one is in ${retryAfterSeconds} s.`;
  return {
    ok: false,
    problem: { type: 'too-many-tries', title, status: 429 },
    retryAfterSeconds,
  };
}
