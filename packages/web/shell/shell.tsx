import './shell.css';
import { Link, Outlet } from '@tanstack/react-router';
import { Moon, Search, Sun } from 'lucide-react';
import { useNow } from '../design/clock.ts';
import { Keys } from '../design/keys.tsx';
import { Presence } from '../design/presence.tsx';
import { useKeyName } from '../keys/use-keys.ts';
import { useWords } from '../words/words.ts';
import { changeTheme, useTheme } from './look.ts';
import { openPalette, Palette } from './palette.tsx';
import { PLACES } from './places.ts';

/** What surrounds every working screen: the rail, the bar above, the work area. */
export function Shell() {
  const say = useWords();
  return (
    <div className="shell">
      <a className="skip" href="#work">
        {say('app.skip')}
      </a>
      <Rail />
      <div className="shell-column">
        <Top />
        <main className="work-area" id="work" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette />
    </div>
  );
}

function Rail() {
  const say = useWords();
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  const Glyph = theme === 'dark' ? Sun : Moon;
  return (
    <nav className="rail" aria-label={say('app.main')}>
      <span className="mark" aria-hidden="true">
        <svg width="16" height="16" viewBox="0 0 16 16">
          <path
            d="M3.5 13V3h4.4a3.2 3.2 0 0 1 .9 6.3l2.7 3.7M3.5 9.4h5.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </span>
      {PLACES.map(({ path, name, Glyph: PlaceGlyph }) => (
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

function Top() {
  const say = useWords();
  const keys = useKeyName('palette.open');
  return (
    <header className="top">
      <button type="button" className="my-state">
        <Presence presence="available" isNamed />
      </button>
      <span className="grow" />
      <button type="button" className="open-palette" onClick={openPalette}>
        <Search size={13} aria-hidden />
        {say('palette.open')}
        {keys !== undefined && <Keys keys={keys} />}
      </button>
      <span className="grow" />
      <span className="live-state" data-live="on" role="status">
        {say('live.on')}
      </span>
      <Clock />
    </header>
  );
}

function Clock() {
  const now = useNow();
  const text = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(
    now,
  );
  return <time className="top-clock">{text}</time>;
}
