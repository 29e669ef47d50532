import './shell.css';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Moon, Search, Sun } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useNow } from '../design/clock.ts';
import { Keys } from '../design/Keys.tsx';
import { Mark } from '../design/Mark.tsx';
import { Fault } from '../design/Notes.tsx';
import { undoLast } from '../design/Toasts.tsx';
import { KeysDialog } from '../keys/KeysDialog.tsx';
import { useKeyName, useKeys } from '../keys/use-keys.ts';
import { useLine } from '../live/live.ts';
import { type Me, openSession, useSession } from '../session/session.ts';
import { SignIn } from '../session/SignIn.tsx';
import { locale, useWords } from '../words/words.ts';
import { MyState } from './MyState.tsx';
import { changeTheme, useTheme } from './look.ts';
import { openPalette, Palette } from './Palette.tsx';
import { focusPane } from './focus-pane.ts';
import { NoScreen } from './NoScreen.tsx';
import { isForOthers, placesOf } from './places.ts';

/** They come after the first screen. */
const Notices = lazy(async () => {
  const { Notices: default_ } = await import('../notices/Notices.tsx');
  return { default: default_ };
});

const Emergencies = lazy(async () => {
  const { Emergencies: default_ } = await import('../emergencies/Emergencies.tsx');
  return { default: default_ };
});

/** What surrounds every working screen: the rail, the bar above, the work area. */
export function Shell() {
  const say = useWords();
  const session = useSession();
  const navigate = useNavigate();
  const places = session.kind === 'signed-in' ? placesOf(session.me) : [];
  const { pathname } = useLocation();
  const [isAskedHow, askHow] = useState(false);
  useKeys({
    undo: undoLast,
    ...Object.fromEntries(places.map(({ act, path }) => [act, () => void navigate({ to: path })])),
    'pane.next': () => focusPane(1),
    'pane.previous': () => focusPane(-1),
  });
  if (session.kind === 'signed-out') return <SignIn />;
  if (session.kind === 'unreachable') {
    return <Fault onRetry={() => void openSession()}>{say('sign-in.unreachable')}</Fault>;
  }
  // Nothing is shown before it is known whether somebody may see it.
  if (session.kind === 'unknown') return null;
  return (
    <div className="shell">
      <a className="skip" href="#work">
        {say('app.skip')}
      </a>
      <Rail me={session.me} />
      <div className="shell-column">
        <Top me={session.me} onAttention={() => askHow(true)} />
        <Suspense>
          <Emergencies me={session.me} />
        </Suspense>
        <main className="work-area" id="work" tabIndex={-1}>
          {isForOthers(pathname, session.me) ? <NoScreen title="place.others" /> : <Outlet />}
        </main>
      </div>
      {session.me.agentId !== undefined && (
        <Suspense>
          <Notices isAskedHow={isAskedHow} onTold={() => askHow(false)} />
        </Suspense>
      )}
      <Palette />
      <KeysDialog />
    </div>
  );
}

function Rail({ me }: { readonly me: Me }) {
  const say = useWords();
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  const Glyph = theme === 'dark' ? Sun : Moon;
  return (
    <nav className="rail" aria-label={say('app.main')}>
      <Mark />
      {placesOf(me).map(({ path, name, Glyph: PlaceGlyph }) => (
        <Link key={path} to={path} aria-label={say(name)} title={say(name)}>
          <PlaceGlyph size={18} strokeWidth={1.6} aria-hidden />
        </Link>
      ))}
      <span className="grow" />
      <button
        type="button"
        aria-label={say(`theme.${other}`)}
        title={say(`theme.${other}`)}
        onClick={() => changeTheme(other)}
      >
        <Glyph size={18} strokeWidth={1.6} aria-hidden />
      </button>
    </nav>
  );
}

function Top({ me, onAttention }: { readonly me: Me; readonly onAttention: () => void }) {
  const say = useWords();
  const keys = useKeyName('palette.open');
  return (
    <header className="top">
      <div className="top-side">
        <MyState me={me} onAttention={onAttention} />
      </div>
      <button type="button" className="open-palette" onClick={openPalette}>
        <Search size={13} aria-hidden />
        {say('palette.open')}
        {keys !== undefined && <Keys keys={keys} />}
      </button>
      <div className="top-side top-end">
        <LineSign />
        <Clock />
      </div>
    </header>
  );
}

function LineSign() {
  const say = useWords();
  const { kind, heardAt } = useLine();
  if (kind === 'resting') return null;
  const words = {
    on: 'live.on',
    connecting: 'live.connecting',
    lost: 'live.lost',
  } as const;
  return (
    <span className="live-state" data-live={kind} role="status">
      {say(words[kind], { at: heardAt })}
    </span>
  );
}

function Clock() {
  const now = useNow();
  const text = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(
    now,
  );
  return <time className="top-clock">{text}</time>;
}
