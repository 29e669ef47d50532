import { Link } from '@tanstack/react-router';
import { promiseSentence } from './durations.ts';
import { Room } from './Room.tsx';
import { type RoomName, roomWords, useMe } from './rooms.ts';
import { useSettings } from './settings.ts';
import { Step, Steps } from './Step.tsx';
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
  const entries = useSettings('entryPoints');
  const [promise] = promises.items;
  const chat = entries.items.find(({ channel, isOpen }) => channel === 'chat' && isOpen);
  return (
    <Room title={say('room.start')} hint={say('start.hint')}>
      <Steps>
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
        <Step
          number={5}
          title={say(roomWords('channels'))}
          isDone={chat !== undefined}
          says={chat === undefined ? say('start.no-chat') : say('start.chat', { name: chat.name })}
          act={<RoomLink room="channels" />}
        />
        <ServeStep number={6} />
        <TryStep number={7} chat={chat} />
      </Steps>
    </Room>
  );
}

function RoomLink({ room }: { readonly room: RoomName }) {
  const say = useWords();
  return (
    <Link className="button" to="/set-up/$room" params={{ room }}>
      {say('start.open', { room: say(roomWords(room)) })}
    </Link>
  );
}
