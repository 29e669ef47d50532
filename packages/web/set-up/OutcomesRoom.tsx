import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '../design/Button.tsx';
import { Tag } from '../design/Notes.tsx';
import { type Disposition, dispositionName } from '../dispositions/disposition-name.ts';
import { type Column, ListRoom } from './ListRoom.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';
import { useIsOneOf } from './rooms.ts';
import { isOffered, type Outcomes, useOutcomes } from './use-outcomes.ts';
import { useWords } from './words/words.ts';

/** What may have come of a conversation: the list that agents choose from when it is over. */
export function OutcomesRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const outcomes = useOutcomes();
  const order: Column<Disposition> = {
    head: say('outcomes.order'),
    cell: (each) => isOffered(each) && <Order outcomes={outcomes} of={each} />,
  };
  return (
    <ListRoom
      room="outcomes"
      list={outcomes.list}
      fault={outcomes.saving.faultBeside([])}
      idOf={({ code }) => code}
      nameOf={dispositionName}
      columns={[
        {
          head: say('person.status'),
          cell: (each) => (
            <Tag {...(isOffered(each) && { tone: 'ok' })}>
              {say(isOffered(each) ? 'outcomes.offered' : 'outcomes.retired')}
            </Tag>
          ),
        },
        { head: say('outcomes.code'), isWide: true, cell: ({ code }) => code },
        ...(canWrite ? [order] : []),
      ]}
      begin={canWrite && 'outcomes.new'}
      form={(outcome, { close }) => (
        <OutcomeForm outcome={outcome} canWrite={canWrite} onClose={close} />
      )}
    />
  );
}

/** Moves one a place up or down among those that are offered. */
function Order({
  outcomes: { list, offered, change, saving },
  of,
}: {
  readonly outcomes: Outcomes;
  readonly of: Disposition;
}) {
  const say = useWords();
  const place = offered.indexOf(of);
  const name = dispositionName(of);
  const move = (to: number): void => {
    if (saving.isBusy || to < 0 || to >= offered.length) return;
    const others = offered.filter((each) => each !== of);
    const retired = list.items.filter((each) => !isOffered(each));
    const told = say('outcomes.moved', { name, place: to + 1 });
    void change([...others.toSpliced(to, 0, of), ...retired], told);
  };
  return (
    <span className="order">
      <IconButton
        size="small"
        label={say('outcomes.up', { name })}
        aria-disabled={place === 0}
        onClick={() => move(place - 1)}
      >
        <ArrowUp size={14} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        label={say('outcomes.down', { name })}
        aria-disabled={place === offered.length - 1}
        onClick={() => move(place + 1)}
      >
        <ArrowDown size={14} aria-hidden />
      </IconButton>
    </span>
  );
}
