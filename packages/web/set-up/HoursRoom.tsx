import { ListRoom } from './ListRoom.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { WeekForm } from './WeekForm.tsx';
import { useWords } from './words/words.ts';

/** When service time passes: a calendar is a week in a time zone, with its holidays. */
export function HoursRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator', 'planner']);
  const promises = useSettings('promises');
  const usersOf = (id: string): string =>
    promises.items
      .filter(({ calendarId }) => calendarId === id)
      .map(({ promiseId }) => promiseId)
      .join(', ');
  return (
    <ListRoom
      room="hours"
      list={useSettings('calendars')}
      idOf={({ calendarId }) => calendarId}
      nameOf={({ calendarId }) => calendarId}
      columns={[
        {
          head: say('hours.used-by'),
          cell: ({ calendarId }) =>
            usersOf(calendarId) || <span className="hint">{say('hours.unused')}</span>,
        },
      ]}
      begin={canWrite && 'hours.new'}
      form={(calendar, { close }) => (
        <WeekForm calendarId={calendar?.calendarId} canWrite={canWrite} onClose={close} />
      )}
    />
  );
}
