import { useState } from 'react';
import { promiseSentence } from './durations.ts';
import { PromiseForm } from './PromiseForm.tsx';
import { Listed, NamedRow, NewButton, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

const NEW = '';

/** What is promised to customers: how soon, for how many, in which hours. */
export function PromisesRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator', 'planner']);
  const promises = useSettings('promises');
  const [chosenId, choose] = useState<string>();
  const chosen = promises.items.find(({ promiseId }) => promiseId === chosenId);
  return (
    <>
      <Room
        title={say('room.promises')}
        hint={say('promises.hint')}
        act={canWrite && <NewButton onNew={() => choose(NEW)}>{say('promises.new')}</NewButton>}
      >
        <Listed list={promises} empty={say('promises.none')}>
          <table className="table">
            <thead>
              <tr>
                <th>{say('set-up.name')}</th>
                <th>{say('promises.terms')}</th>
              </tr>
            </thead>
            <tbody>
              {promises.items.map((promise) => (
                <NamedRow
                  key={promise.promiseId}
                  name={promise.promiseId}
                  isChosen={promise.promiseId === chosenId}
                  onChoose={() => choose(promise.promiseId)}
                >
                  <td>{promiseSentence(promise, say)}</td>
                </NamedRow>
              ))}
            </tbody>
          </table>
        </Listed>
      </Room>
      {chosenId !== undefined && (chosenId === NEW || chosen !== undefined) && (
        <PromiseForm
          key={chosenId}
          promise={chosen}
          canWrite={canWrite}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}
