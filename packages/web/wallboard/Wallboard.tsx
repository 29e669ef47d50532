import './wallboard.css';
import type { WallboardState } from '@rapport/protocol';
import { useEffect } from 'react';
import { serverTimeOf, useNow } from '../design/clock.ts';
import { Fault } from '../design/Notes.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { alike, type FigureText, useFigures } from '../floor/Figures.tsx';
import { useWords } from '../floor/words/words.ts';
import { locale } from '../words/words.ts';
import { useLine, useTopic } from '../live/live.ts';
import { openSession, useSession } from '../session/session.ts';
import { SignIn } from '../session/SignIn.tsx';

/** The centre's figures to be read from across the room, without rail and bar. */
export function Wallboard() {
  const say = useWords();
  const session = useSession();
  if (session.kind === 'signed-out') return <SignIn />;
  if (session.kind === 'unreachable') {
    return <Fault onRetry={() => void openSession()}>{say('sign-in.unreachable')}</Fault>;
  }
  return session.kind === 'unknown' ? null : <Board />;
}

function Board() {
  const say = useWords();
  const wallboard = useTopic('wallboard', {});
  const session = useSession();
  const given = session.kind === 'signed-in' ? session.me.centreName : undefined;
  const name = given ?? say('wallboard.title');
  const state = wallboard.kind === 'known' ? wallboard.state : undefined;
  const figures = useFigures(state);
  useDarkness();
  return (
    <main className="wallboard">
      <header>
        <h1 dir="auto">{name}</h1>
        <LineSign />
        <Clock />
      </header>
      {wallboard.kind === 'declined' && <Fault>{wallboard.title}</Fault>}
      {state !== undefined && (
        <ul>
          {[...figures, ...peopleFigures(state)].map((figure) => (
            <Tile key={figure.name} figure={figure} />
          ))}
        </ul>
      )}
    </main>
  );

  function peopleFigures({ agents, today }: WallboardState): readonly FigureText[] {
    return [
      {
        name: say('wallboard.people'),
        value: String(agents.readyCount),
        ...alike(
          say('wallboard.people-detail', {
            working: agents.workingCount,
            away: agents.notReadyCount,
          }),
        ),
        means: '',
      },
      {
        name: say('wallboard.given-up'),
        value: String(today.abandonedCount),
        ...alike(say('wallboard.given-up-detail', { late: today.abandonedLateCount })),
        means: '',
      },
    ];
  }
}

function Tile({ figure: { name, value, brief } }: { readonly figure: FigureText }) {
  return (
    <li>
      <h2>{name}</h2>
      <p className="wallboard-number num">{value}</p>
      <p className="wallboard-detail num">{brief}</p>
    </li>
  );
}

/** That the figures are live, or how old they are. */
function LineSign() {
  const say = useWords();
  const { kind, heardAt } = useLine();
  const time = timeLeftText(Math.max(0, useNow() - serverTimeOf(heardAt)));
  return (
    <p className="wallboard-line" data-live={kind}>
      {kind === 'lost'
        ? say('wallboard.lost', { at: heardAt, time })
        : say(kind === 'on' ? 'wallboard.live' : 'live.connecting')}
    </p>
  );
}

function Clock() {
  const text = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' });
  return <time className="num">{text.format(useNow())}</time>;
}

/** Dark while it is shown, which glares least from a wall; `?theme=light` for bright rooms. */
function useDarkness(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset['theme'];
    const isLight = new URLSearchParams(location.search).get('theme') === 'light';
    dataset['theme'] = isLight ? 'light' : 'dark';
    return () => {
      if (before === undefined) delete dataset['theme'];
      else dataset['theme'] = before;
    };
  }, []);
}
