import type { ConversationMessage } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { Section } from '../design/Pane.tsx';
import { answered, api } from '../session/api.ts';
import { useAgentNames } from './agent-names.ts';
import type { Interaction } from './customer.ts';
import { dayText } from './times.ts';
import { useWords } from './words.ts';

/** Of so many exchanges notes are looked for, and in the last words of each. */
const LOOKED_AT_MAX = 4;
const LAST_MESSAGES = 60;
/** Nobody reads more beside his work. */
const SHOWN_MAX = 5;

const NONE: readonly ConversationMessage[] = [];

/** What colleagues noted of the customer before, so that whoever covers knows what his own agent knows. */
export function CustomerNotes({
  interactions,
  currentId,
  myId,
}: {
  readonly interactions: readonly Interaction[];
  /** Its own notes stand in its conversation. */
  readonly currentId: string | undefined;
  readonly myId: string | undefined;
}) {
  const say = useWords();
  const names = useAgentNames();
  const others = interactions.filter(({ interactionId }) => interactionId !== currentId);
  const notes = useNotes(others.slice(0, LOOKED_AT_MAX));
  if (notes.length === 0) return null;
  const writer = ({ authorId = '' }: ConversationMessage): string =>
    authorId === myId
      ? say('customer.you')
      : (names.get(authorId) ?? say('conversation.colleague'));
  return (
    <Section title={say('notes.title')} count={notes.length}>
      <ul className="customer-notes">
        {notes.slice(0, SHOWN_MAX).map((note) => (
          <li key={note.messageId}>
            <p dir="auto">{note.piiText}</p>
            <p className="hint">
              <bdi>{writer(note)}</bdi> · <bdi className="num">{dayText(note.at)}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The notes of these exchanges, the latest first; none until they are here, or where they may not be read. */
function useNotes(interactions: readonly Interaction[]): readonly ConversationMessage[] {
  const [read, setRead] = useState<{
    readonly of: string;
    readonly notes: readonly ConversationMessage[];
  }>();
  const of = interactions
    .map(({ interactionId, messageCount }) => `${interactionId} ${messageCount}`)
    .join(',');
  useEffect(() => {
    let isPassed = false;
    const asked = of === '' ? [] : of.split(',').map((each) => each.split(' '));
    void Promise.all(asked.map(([id = '', count]) => notesOf(id, Number(count)))).then((found) => {
      const notes = found.flat().sort((a, b) => b.at - a.at);
      if (!isPassed) setRead({ of, notes });
    });
    return () => {
      isPassed = true;
    };
  }, [of]);
  return read?.of === of ? read.notes : NONE;
}

async function notesOf(
  interactionId: string,
  messageCount: number,
): Promise<readonly ConversationMessage[]> {
  const query = { afterOrdinal: Math.max(0, messageCount - LAST_MESSAGES), limit: LAST_MESSAGES };
  const params = { path: { interactionId }, query };
  try {
    const { items } = await answered(
      api.GET('/api/v1/interactions/{interactionId}/messages', { params }),
    );
    return items.filter(({ isNote, piiText }) => isNote && piiText !== undefined);
  } catch {
    // Not for his eyes, or just not to be had: what else is known of the customer is shown without it.
    return NONE;
  }
}
