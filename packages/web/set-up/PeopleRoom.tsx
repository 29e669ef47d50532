import { useState } from 'react';
import { Empty, Tag } from '../design/Notes.tsx';
import { InviteForm } from './InviteForm.tsx';
import { PersonForm } from './PersonForm.tsx';
import { Listed, NamedRow, NewButton, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { type Person, useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

const NEW = 'new';

/** Who signs in here, and as what. */
export function PeopleRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const people = useSettings('people');
  const [typed, setTyped] = useState('');
  const [chosenId, choose] = useState<string>();
  const chosen = people.items.find(({ personId }) => personId === chosenId);
  const found = people.items
    .filter((person) => matches(person, typed))
    .toSorted((a, b) => a.piiName.localeCompare(b.piiName));
  return (
    <>
      <Room
        title={say('room.people')}
        hint={say('people.hint')}
        act={
          <>
            <input
              className="input"
              type="search"
              aria-label={say('people.search')}
              placeholder={say('people.search')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            {canWrite && <NewButton onNew={() => choose(NEW)}>{say('people.invite')}</NewButton>}
          </>
        }
      >
        <Listed list={people} empty={say('people.none')}>
          <PeopleTable people={found} chosenId={chosenId} onChoose={choose} />
          {found.length === 0 && <Empty size="small">{say('people.no-match', { typed })}</Empty>}
        </Listed>
      </Room>
      {chosenId === NEW && <InviteForm onClose={() => choose(undefined)} />}
      {chosen !== undefined && (
        <PersonForm
          key={chosen.personId}
          person={chosen}
          canWrite={canWrite}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}

function PeopleTable({
  people,
  chosenId,
  onChoose,
}: {
  readonly people: readonly Person[];
  readonly chosenId: string | undefined;
  readonly onChoose: (personId: string) => void;
}) {
  const say = useWords();
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say('person.name')}</th>
          <th className="wide">{say('person.email')}</th>
          <th>{say('person.roles')}</th>
          <th>{say('person.status')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ personId, piiName, piiEmail, roles, status }) => (
          <NamedRow
            key={personId}
            name={piiName}
            isChosen={personId === chosenId}
            onChoose={() => onChoose(personId)}
          >
            <td className="wide dim">{piiEmail}</td>
            <td>
              <span className="tags">
                {roles.map((role) => (
                  <Tag key={role}>{say(`role.${role}`)}</Tag>
                ))}
              </span>
            </td>
            <td>
              <Tag {...TONES[status]}>{say(`person.${status}`)}</Tag>
            </td>
          </NamedRow>
        ))}
      </tbody>
    </table>
  );
}

const TONES = {
  active: { tone: 'ok' },
  invited: { tone: 'info' },
  disabled: {},
} as const;

/** Whether every word typed is part of the name or the address, accents aside. */
function matches({ piiName, piiEmail }: Person, typed: string): boolean {
  const plain = (text: string): string =>
    text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
  const text = plain(`${piiName} ${piiEmail}`);
  return plain(typed)
    .split(/\s+/u)
    .every((part) => text.includes(part));
}
