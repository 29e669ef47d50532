import { useState } from 'react';
import { useNow } from '../design/clock.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Choice, Field } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { declareAbsence } from './absence.ts';
import { reasonOf } from './acts.ts';
import type { Person } from './floor-model.ts';
import { useWords } from './words/words.ts';

/** Says that somebody is absent, until which day, and who stands in. */
export function AbsenceDialog({
  person,
  people,
  onClose,
}: {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [backOn, setBackOn] = useState(() => dateText(tomorrow()));
  const [deputyId, setDeputyId] = useState('');
  const [state, setState] = useState<'ready' | 'sending' | { readonly fault: string }>('ready');
  const untilAt = new Date(`${backOn}T00:00`).getTime();
  const isPast = !(untilAt > useNow());
  const deputies = people
    .filter(({ presence }) => presence.agentId !== person.presence.agentId)
    .filter(({ presence }) => presence.absence === undefined)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const deputy = deputies.find(({ presence }) => presence.agentId === deputyId);
  const go = async (): Promise<void> => {
    if (isPast || state === 'sending') return;
    setState('sending');
    try {
      await declareAbsence(person, { untilAt, deputy });
      onClose();
    } catch (error) {
      setState({ fault: reasonOf(error) });
    }
  };
  return (
    <Dialog title={say('floor.absence-title', { name: person.name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        {typeof state === 'object' && <Fault onRetry={() => void go()}>{state.fault}</Fault>}
        <Field
          label={say('floor.absence-back')}
          type="date"
          required
          min={dateText(tomorrow())}
          value={backOn}
          wrong={isPast ? say('floor.absence-past') : undefined}
          onChange={({ target }) => setBackOn(target.value)}
        />
        <Choice
          label={say('floor.absence-deputy')}
          hint={say('floor.absence-deputy-hint', { name: person.name })}
          value={deputyId}
          choices={[
            ['', say('floor.absence-nobody')],
            ...deputies.map(({ presence, name }) => [presence.agentId, name] as const),
          ]}
          onChange={({ target }) => setDeputyId(target.value)}
        />
        <p className="hint">{say('floor.absence-what')}</p>
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits disabled={isPast || state === 'sending'}>
            {say('floor.absence-go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function tomorrow(): Date {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  return date;
}

/** As a field for a date takes it. */
function dateText(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
