import { useId, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Fault } from '../design/Notes.tsx';
import { reasonOf, sendMessage } from './acts.ts';
import type { Person } from './floor-model.ts';
import { useWords } from './words/words.ts';

/** Writes somebody a few words; what was typed stays when it could not be sent. */
export function MessageDialog({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [state, setState] = useState<'ready' | 'sending' | { readonly fault: string }>('ready');
  const send = async (): Promise<void> => {
    if (text.trim() === '' || state === 'sending') return;
    setState('sending');
    try {
      await sendMessage(person, text.trim());
      onClose();
    } catch (error) {
      setState({ fault: reasonOf(error) });
    }
  };
  return (
    <Dialog title={say('floor.message-title', { name: person.name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {typeof state === 'object' && <Fault onRetry={() => void send()}>{state.fault}</Fault>}
        <div className="field">
          <label htmlFor={id}>{say('floor.message-words')}</label>
          <textarea
            className="input message-words"
            id={id}
            dir="auto"
            autoFocus
            maxLength={1_000}
            value={text}
            aria-describedby={`${id}-where`}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
            }}
          />
          <p className="hint" id={`${id}-where`}>
            {say('floor.message-where')}
          </p>
        </div>
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button
            kind="main"
            submits
            keys="Ctrl ↵"
            disabled={text.trim() === '' || state === 'sending'}
          >
            {say('floor.message-send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
