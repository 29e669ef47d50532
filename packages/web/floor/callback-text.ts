import type { FloorItem, Person } from './floor-model.ts';
import { say } from './words/words.ts';

/** Who calls the customer of an item back and when, while that is still to come; else undefined. */
export function callbackText(
  { callback, status }: FloorItem,
  people: ReadonlyMap<string, Person>,
): string | undefined {
  if (callback === undefined || (status !== 'deferred' && status !== 'waiting')) return undefined;
  const { agentId, dueAt: at, attempt, attemptMax: all } = callback;
  const name = people.get(agentId)?.name ?? '';
  const words = status === 'waiting' ? 'floor.callback-due' : 'floor.callback';
  const call = say(words, { name, at });
  return attempt === 1 ? call : `${call} · ${say('floor.callback-attempt', { attempt, all })}`;
}
