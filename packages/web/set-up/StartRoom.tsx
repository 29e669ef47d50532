import { Check } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { promiseSentence } from './durations.ts';
import { Room } from './Room.tsx';
import { roomWords, useMe } from './rooms.ts';
import { useSettings } from './settings.ts';
import { ServeStep } from './ServeStep.tsx';
import { TryStep } from './TryStep.tsx';
import { useWords } from './words/words.ts';

/** From an empty centre to the first conversation; each step says what is true now. */
export function StartRoom() {
  const say = useWords();
  const me = useMe();
  const teams = useSettings('teams');
  const people = useSettings('people');
  const calendars = useSettings('calendars');
  const promises = useSettings('promises');
  const others = people.items.filter(({ personId }) => personId !== me?.personId);
  const [promise] = promises.items;
  return (
    <Room title={say('room.start')} hint={say('start.hint')}>
      <ol className="set-up-steps">
        <Step
          number={1}
          title={say(roomWords('organisation'))}
          isDone={teams.items.length > 0}
          says={say('start.teams', { count: teams.items.length })}
          act={<RoomLink room="organisation" />}
        />
        <Step
          number={2}
          title={say(roomWords('people'))}
          isDone={others.length > 0}
          says={say('start.people', {
            count: others.length,
            active: others.filter(({ status }) => status === 'active').length,
          })}
          act={<RoomLink room="people" />}
        />
        <Step
          number={3}
          title={say(roomWords('hours'))}
          isDone={calendars.items.length > 0}
          says={say('start.hours', { count: calendars.items.length })}
          act={<RoomLink room="hours" />}
        />
        <Step
          number={4}
          title={say(roomWords('promises'))}
          isDone={promise !== undefined}
          says={
            promise === undefined
              ? say('start.no-promise')
              : `${promise.promiseId}: ${promiseSentence(promise, say)}`
          }
          act={<RoomLink room="promises" />}
        />
        <ServeStep number={5} />
        <TryStep number={6} promiseId={promise?.promiseId} />
      </ol>
    </Room>
  );
}

/** A step: whether it is done, and in words what is true now. */
export function Step({
  number,
  title,
  isDone,
  says,
  act,
}: {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly says: ReactNode;
  readonly act?: ReactNode;
}) {
  const say = useWords();
  return (
    <li data-done={isDone}>
      <span className="mark-of-step num">
        {isDone ? <Check size={14} aria-label={say('start.done')} /> : number}
      </span>
      <h3>{title}</h3>
      <p role="status">{says}</p>
      <span className="acts">{act}</span>
    </li>
  );
}

function RoomLink({ room }: { readonly room: 'organisation' | 'people' | 'hours' | 'promises' }) {
  const say = useWords();
  return (
    <Link className="button" to="/set-up/$room" params={{ room }}>
      {say('start.open', { room: say(roomWords(room)) })}
    </Link>
  );
}
