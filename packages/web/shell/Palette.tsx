import { useNavigate } from '@tanstack/react-router';
import { CornerDownLeft } from 'lucide-react';
import { useId, useState, useSyncExternalStore } from 'react';
import { Dialog } from '../design/Dialog.tsx';
import { Keys } from '../design/Keys.tsx';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import { type Language, LANGUAGES, speak, spoken, useWords } from '../words/words.ts';
import { askEmergency, mayDeclare } from '../emergencies/declaring.ts';
import { changeTheme, useTheme } from './look.ts';
import { useSession } from '../session/session.ts';
import { placesOf } from './places.ts';

/** Something that the palette finds by its name. */
export interface PaletteEntry {
  readonly name: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

let isOpen = false;
const listeners = new Set<() => void>();

/** Opens the list of everything that can be done. */
export function openPalette(): void {
  show(true);
}

/** The list of everything that can be done, found by its name. */
export function Palette() {
  useKeys({ 'palette.open': openPalette });
  const isShown = useSyncExternalStore(subscribe, () => isOpen);
  return isShown ? <OpenPalette /> : null;
}

function OpenPalette() {
  const say = useWords();
  const listId = useId();
  const entries = useEntries();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = entries.filter(({ name }) => matches(name, typed));
  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    show(false);
    entry.run();
  };
  const move = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(found[at]);
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setAt((at + step + found.length) % found.length);
  };
  return (
    <Dialog
      title={say('palette.title')}
      className="palette"
      hasHead={false}
      onClose={() => show(false)}
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={say('palette.title')}
        placeholder={say('palette.hint')}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={move}
      />
      <ul role="listbox" id={listId} aria-label={say('palette.title')}>
        {found.map((entry, index) => (
          <li
            key={entry.name}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => run(entry)}
          >
            <span className="grow">{entry.name}</span>
            {entry.keys !== undefined && <Keys keys={entry.keys} />}
            {entry.keys === undefined && index === at && <CornerDownLeft size={13} aria-hidden />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="empty">{say('palette.none', { typed })}</p>}
    </Dialog>
  );
}

function useEntries(): readonly PaletteEntry[] {
  const say = useWords();
  const navigate = useNavigate();
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  const session = useSession();
  const places = session.kind === 'signed-in' ? placesOf(session.me) : [];
  return [
    ...places.map(({ path, name, act }) => ({
      name: say('palette.go', { place: say(name) }),
      keys: keyName(act),
      run: () => void navigate({ to: path }),
    })),
    ...(session.kind === 'signed-in' && mayDeclare(session.me)
      ? [{ name: say('palette.emergency'), run: () => askEmergency(true) }]
      : []),
    { name: say(`theme.${other}`), run: () => changeTheme(other) },
    ...Object.entries(LANGUAGES)
      .filter(([language]) => language !== spoken())
      .map(([language, { name }]) => ({ name, run: () => void speak(language as Language) })),
  ];
}

/** Whether every word typed begins some word of the name, accents aside. */
function matches(name: string, typed: string): boolean {
  const words = plain(name).split(/\s+/u);
  return plain(typed)
    .split(/\s+/u)
    .every((part) => words.some((word) => word.startsWith(part)));
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim();
}

function show(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
