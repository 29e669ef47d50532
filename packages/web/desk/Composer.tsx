import { useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { type ChannelName, ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { Fault } from '../design/Notes.tsx';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import { answered, api, Refused } from '../session/api.ts';
import { useWords } from '../words/words.ts';

/** Where a reply or a note is written. What is typed stays until it has been sent, over reloads too. */
export function Composer({
  interactionId,
  channel,
  name,
}: {
  readonly interactionId: string;
  readonly channel: ChannelName;
  readonly name: string;
}) {
  const say = useWords();
  const [draft, setDraft] = useDraft(interactionId);
  const [isNote, setNote] = useState(false);
  const [state, setState] = useState<'ready' | 'sending' | { readonly fault: string }>('ready');
  const field = useRef<HTMLTextAreaElement>(null);
  const send = async (): Promise<void> => {
    const piiText = draft.trim();
    if (piiText === '' || state === 'sending') return;
    setState('sending');
    try {
      await answered(
        api.POST('/api/v1/interactions/{interactionId}/messages', {
          params: { path: { interactionId } },
          body: { piiText, isNote },
        }),
      );
      setDraft('');
      setNote(false);
      setState('ready');
    } catch (error) {
      setState({ fault: error instanceof Refused ? error.message : say('sign-in.unreachable') });
    }
    field.current?.focus();
  };
  const begin = (asNote: boolean): void => {
    setNote(asNote);
    field.current?.focus();
  };
  useKeys({
    'reply.focus': () => begin(false),
    'note.begin': () => begin(true),
    'reply.send': () => void send(),
  });
  return (
    <>
      {typeof state === 'object' && <Fault onRetry={() => void send()}>{state.fault}</Fault>}
      <div className="composer" data-note={isNote}>
        <textarea
          ref={field}
          dir="auto"
          aria-label={say(isNote ? 'composer.note-label' : 'composer.label', { name })}
          placeholder={say(isNote ? 'composer.note-hint' : 'composer.hint', { name })}
          value={draft}
          maxLength={20_000}
          onChange={(event) => setDraft(event.target.value)}
        />
        <footer>
          <span className="hint">
            <ChannelGlyph channel={channel} size={13} /> {say(`channel.${channel}`)}
          </span>
          <Button
            size="small"
            aria-pressed={isNote}
            keys={keyName('note.begin')}
            onClick={() => begin(!isNote)}
          >
            {say('composer.note')}
          </Button>
          <span className="grow" />
          <Button
            size="small"
            kind="main"
            keys={keyName('reply.send')}
            disabled={draft.trim() === '' || state === 'sending'}
            onClick={() => void send()}
          >
            {say(state === 'sending' ? 'composer.sending' : 'composer.send')}
          </Button>
        </footer>
      </div>
    </>
  );
}

/** What is being written, kept in this browser tab until it is empty. */
function useDraft(interactionId: string): readonly [string, (draft: string) => void] {
  const key = `rapport-draft ${interactionId}`;
  const [draft, setDraft] = useState(() => sessionStorage.getItem(key) ?? '');
  const change = (next: string): void => {
    setDraft(next);
    if (next === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, next);
  };
  return [draft, change];
}
