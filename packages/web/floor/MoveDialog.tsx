import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Face } from '../design/Face.tsx';
import { Field } from '../design/Field.tsx';
import { Empty } from '../design/Notes.tsx';
import { Presence } from '../design/Presence.tsx';
import { skillName } from '../skills/skill-name.ts';
import { moveTo, moveToBest } from './acts.ts';
import { useCard } from './cards.ts';
import { type FloorItem, isFree, lacks, type Person, isKept } from './floor-model.ts';
import { presenceOf, stateName } from './state-name.ts';
import { useWords } from './words/words.ts';

/** Chooses to whom an item goes: the free first, then the least loaded. */
export function MoveDialog({
  item,
  people,
  onClose,
}: {
  readonly item: FloorItem;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}) {
  const say = useWords();
  const { name = say('customer.unknown'), bond } = useCard(item) ?? {};
  const [typed, setTyped] = useState('');
  // As it stood when the dialog opened: nobody moves under the pointer.
  const [choices] = useState(() => choicesFor(item, people));
  const found = choices.filter((person) =>
    person.name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  );
  const act = async (work: Promise<boolean>): Promise<void> => {
    if (await work) onClose();
  };
  const [first] = found;
  return (
    <Dialog title={say('floor.move-title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '' && first !== undefined) void act(moveTo({ item, name }, first));
        }}
      >
        <Field
          label={say('floor.move-to')}
          placeholder={say('floor.move-hint')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ul className="rows move-list">
          {found.map((person) => (
            <li key={person.presence.agentId}>
              <button
                type="button"
                className="row"
                onClick={() => void act(moveTo({ item, name }, person))}
              >
                <Face name={person.name} />
                <span className="row-text">
                  <span className="row-name">
                    <bdi>{person.name}</bdi>
                  </span>
                  <span className="hint">
                    {[
                      standingOf(person),
                      lackOf(person),
                      say('floor.load', { used: person.usedUnits, units: person.units }),
                    ]
                      .filter((part) => part !== undefined)
                      .join(' · ')}
                  </span>
                </span>
                <span className="person-state">
                  <Presence presence={presenceOf(person)} />
                  <span className="hint">{stateName(person)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <Empty size="small">{say('floor.move-nobody', { typed })}</Empty>}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          {(item.agentId !== undefined || isKept(item)) && (
            <Button onClick={() => void act(moveToBest({ item, name }))}>
              {say('floor.release')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );

  function lackOf(person: Person): string | undefined {
    const skills = lacks(person, item).map(skillName).join(', ');
    return skills === '' ? undefined : say('floor.lacks', { skills });
  }

  function standingOf({ presence: { agentId } }: Person): string | undefined {
    if (bond?.ownerId === agentId) return say('floor.knows.owner');
    if (bond?.deputyIds.includes(agentId) === true) return say('floor.knows.deputy');
    const hasServed = bond?.earned.some((each) => each.agentId === agentId) === true;
    return hasServed ? say('floor.knows.earned') : undefined;
  }
}

/** Everybody but who has it, and who takes no such thing; who lacks a skill comes last. */
function choicesFor(item: FloorItem, people: readonly Person[]): readonly Person[] {
  const { channel, agentId } = item;
  const rank = (person: Person): number => {
    if (lacks(person, item).length > 0) return 4;
    if (isFree(person, channel)) return 0;
    return { ready: 1, 'not-ready': 2, 'signed-out': 3 }[person.presence.state];
  };
  return people
    .filter(
      ({ presence, profile }) =>
        presence.agentId !== agentId && profile?.capacity.weights[channel] !== undefined,
    )
    .toSorted((a, b) => rank(a) - rank(b) || a.usedUnits / a.units - b.usedUnits / b.units);
}
