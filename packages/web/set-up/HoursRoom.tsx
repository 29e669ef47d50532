import { useState } from 'react';
import { Listed, NamedRow, NewButton, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { WeekForm } from './WeekForm.tsx';
import { useWords } from './words/words.ts';

const NEW = '';

/** When service time passes: a calendar is a week in a time zone, with its holidays. */
export function HoursRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator', 'planner']);
  const calendars = useSettings('calendars');
  const promises = useSettings('promises');
  const [chosenId, choose] = useState<string>();
  const usersOf = (id: string) => promises.items.filter(({ calendarId }) => calendarId === id);
  return (
    <>
      <Room
        title={say('room.hours')}
        hint={say('hours.hint')}
        act={canWrite && <NewButton onNew={() => choose(NEW)}>{say('hours.new')}</NewButton>}
      >
        <Listed list={calendars} empty={say('hours.none')}>
          <table className="table">
            <thead>
              <tr>
                <th>{say('set-up.name')}</th>
                <th>{say('hours.used-by')}</th>
              </tr>
            </thead>
            <tbody>
              {calendars.items.map(({ calendarId }) => (
                <NamedRow
                  key={calendarId}
                  name={calendarId}
                  isChosen={calendarId === chosenId}
                  onChoose={() => choose(calendarId)}
                >
                  <td>
                    {usersOf(calendarId)
                      .map(({ promiseId }) => promiseId)
                      .join(', ') || <span className="hint">{say('hours.unused')}</span>}
                  </td>
                </NamedRow>
              ))}
            </tbody>
          </table>
        </Listed>
      </Room>
      {chosenId !== undefined && (
        <WeekForm
          key={chosenId}
          calendarId={chosenId === NEW ? undefined : chosenId}
          canWrite={canWrite}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}
