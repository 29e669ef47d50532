import { useState } from 'react';
import { Tag } from '../design/Notes.tsx';
import { EntryForm } from './EntryForm.tsx';
import { Listed, NamedRow, NewButton, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

const NEW = '';

/** By which ways customers come in: chats and web forms. */
export function ChannelsRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const entries = useSettings('entryPoints');
  const [chosenId, choose] = useState<string>();
  const chosen = entries.items.find(({ entryId }) => entryId === chosenId);
  return (
    <>
      <Room
        title={say('room.channels')}
        hint={say('channels.hint')}
        act={canWrite && <NewButton onNew={() => choose(NEW)}>{say('channels.new')}</NewButton>}
      >
        <Listed list={entries} empty={say('channels.none')}>
          <table className="table">
            <thead>
              <tr>
                <th>{say('set-up.name')}</th>
                <th>{say('channels.kind')}</th>
                <th className="wide">{say('channels.promise')}</th>
                <th>{say('person.status')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.items.map(({ entryId, name, channel, promiseId, isOpen }) => (
                <NamedRow
                  key={entryId}
                  name={name}
                  isChosen={entryId === chosenId}
                  onChoose={() => choose(entryId)}
                >
                  <td>{say(`channel.${channel}`)}</td>
                  <td className="wide">{promiseId}</td>
                  <td>
                    <Tag {...(isOpen && { tone: 'ok' })}>
                      {say(isOpen ? 'channels.open' : 'channels.closed')}
                    </Tag>
                  </td>
                </NamedRow>
              ))}
            </tbody>
          </table>
        </Listed>
      </Room>
      {chosenId !== undefined && (chosenId === NEW || chosen !== undefined) && (
        <EntryForm
          key={chosenId}
          entry={chosen}
          canWrite={canWrite}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}
