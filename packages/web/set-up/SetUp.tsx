import './set-up.css';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { type ComponentType, useMemo } from 'react';
import { Pane } from '../design/Pane.tsx';
import { HistoryRoom } from './HistoryRoom.tsx';
import { HoursRoom } from './HoursRoom.tsx';
import { OrganisationRoom } from './OrganisationRoom.tsx';
import { PeopleRoom } from './PeopleRoom.tsx';
import { PromisesRoom } from './PromisesRoom.tsx';
import { ROOMS, type RoomName, roomWords, useMe } from './rooms.ts';
import { SkillsRoom } from './SkillsRoom.tsx';
import { StartRoom } from './StartRoom.tsx';
import { useWords } from './words/words.ts';

const SCREENS: Readonly<Record<RoomName, ComponentType>> = {
  start: StartRoom,
  organisation: OrganisationRoom,
  people: PeopleRoom,
  skills: SkillsRoom,
  hours: HoursRoom,
  promises: PromisesRoom,
  history: HistoryRoom,
};

/** How is this centre set up, and what is still missing? */
export function SetUp() {
  const say = useWords();
  const me = useMe();
  const { room: asked } = useParams({ strict: false });
  const rooms = useMemo(
    () =>
      ROOMS.filter(({ roles }) =>
        me?.roles.some((role) => (roles as readonly string[]).includes(role)),
      ).map(({ room }) => room),
    [me],
  );
  const room = rooms.find((each) => each === asked);
  const [first] = rooms;
  if (room === undefined) {
    return first === undefined ? (
      <Navigate to="/" />
    ) : (
      <Navigate to="/set-up/$room" params={{ room: first }} replace />
    );
  }
  const Screen = SCREENS[room];
  return (
    <div className="set-up">
      <h1 className="unseen">{say('place.set-up')}</h1>
      <Pane label={say('set-up.rooms')}>
        <nav className="set-up-rooms" aria-label={say('set-up.rooms')}>
          {rooms.map((each) => (
            <Link key={each} to="/set-up/$room" params={{ room: each }}>
              {say(roomWords(each))}
            </Link>
          ))}
        </nav>
      </Pane>
      <Screen key={room} />
    </div>
  );
}
