import './set-up.css';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { type ComponentType, useEffect, useMemo, useRef } from 'react';
import { Pane } from '../design/Pane.tsx';
import { useSkillNames } from '../skills/use-skill-names.ts';
import { AgreementsRoom } from './AgreementsRoom.tsx';
import { ChannelsRoom } from './ChannelsRoom.tsx';
import { CreditsRoom } from './CreditsRoom.tsx';
import { HistoryRoom } from './HistoryRoom.tsx';
import { HoursRoom } from './HoursRoom.tsx';
import { ImportsRoom } from './ImportsRoom.tsx';
import { OrganisationRoom } from './OrganisationRoom.tsx';
import { OutcomesRoom } from './OutcomesRoom.tsx';
import { PeopleRoom } from './PeopleRoom.tsx';
import { PolicyRoom } from './PolicyRoom.tsx';
import { PromisesRoom } from './PromisesRoom.tsx';
import { ROOMS, type RoomName, roomWords, useMe } from './rooms.ts';
import { SettingsRoom } from './SettingsRoom.tsx';
import { SkillNamesRoom } from './SkillNamesRoom.tsx';
import { SkillsRoom } from './SkillsRoom.tsx';
import { StartRoom } from './StartRoom.tsx';
import { useWords } from './words/words.ts';

const SCREENS: Readonly<Record<RoomName, ComponentType>> = {
  start: StartRoom,
  organisation: OrganisationRoom,
  people: PeopleRoom,
  skills: SkillsRoom,
  'skill-names': SkillNamesRoom,
  hours: HoursRoom,
  promises: PromisesRoom,
  agreements: AgreementsRoom,
  credits: CreditsRoom,
  policy: PolicyRoom,
  channels: ChannelsRoom,
  outcomes: OutcomesRoom,
  imports: ImportsRoom,
  settings: SettingsRoom,
  history: HistoryRoom,
};

/** How is this centre set up, and what is still missing? */
export function SetUp() {
  useSkillNames();
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
  return <OpenRoom room={room} rooms={rooms} />;
}

function OpenRoom({
  room,
  rooms,
}: {
  readonly room: RoomName;
  readonly rooms: readonly RoomName[];
}) {
  const say = useWords();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the list is one line, the room may lie beyond its end.
    list.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [room]);
  const Screen = SCREENS[room];
  return (
    <div className="set-up">
      <h1 className="unseen">{say('place.set-up')}</h1>
      <Pane label={say('set-up.rooms')}>
        <nav className="set-up-rooms" ref={list} aria-label={say('set-up.rooms')}>
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
