import type { VisitorProgress } from '@rapport/protocol';
import type { Speech } from '../words/speech.ts';

/** So long after the moment nobody thinks himself forgotten. */
const LATE_MS = 300_000;

/** What is to be said of a call that was promised; undefined where none was, or it is over. */
export function callText(
  { callback, agentName }: VisitorProgress,
  { words, when }: Speech,
  now: number,
): string | undefined {
  if (callback === undefined) return undefined;
  const { state, dueAt, attempt } = callback;
  const name = agentName ?? words.somebody;
  if (state === 'calling') return words.calling(name);
  if (state === 'due') return now > dueAt + LATE_MS ? words.callLate(when(dueAt)) : words.callDue;
  return attempt > 1 ? words.callAgain(name, when(dueAt)) : words.callPromised(name, when(dueAt));
}
