import type { DeskRow } from './rows.ts';
import type { useWords } from './words.ts';

/** For whom somebody chose to wait, in a few words to whoever is asked or serves him; undefined where he did not. */
export function choiceText(
  { card, status }: Pick<DeskRow, 'card' | 'status'>,
  { say, myId, names }: Reader,
): string | undefined {
  const choice = card?.choice;
  if (choice === undefined) return undefined;
  const { agentId } = choice;
  if (agentId === undefined) return say('choice.anybody');
  if (agentId === myId) return say(status === 'offered' ? 'choice.waits' : 'choice.waited');
  return say('choice.other', { name: names.get(agentId) ?? say('conversation.colleague') });
}

interface Reader {
  readonly say: ReturnType<typeof useWords>;
  /** Who reads it, as an agent. */
  readonly myId: string | undefined;
  readonly names: ReadonlyMap<string, string>;
}
