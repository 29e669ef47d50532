import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Act, KEY_MAP, keyName, keysOf, onKeysChanged } from './key-map.ts';

/** What keys do; returning `false` leaves the key to what else has it, and at last to the browser. */
export type KeyActs = Partial<Readonly<Record<Act, (pressed: string) => unknown>>>;

/** How soon the second key of two must follow. */
const SEQUENCE_MS = 1_200;

const ALL_ACTS = Object.keys(KEY_MAP) as Act[];

/** The acts of what is drawn, the latest first. */
const boards: { readonly current: KeyActs }[] = [];
let begun: { readonly key: string; readonly at: number } | undefined;

/** Lets keys do these things while the component is drawn; the latest drawn wins. */
export function useKeys(acts: KeyActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    boards.unshift(latest);
    if (boards.length === 1) addEventListener('keydown', press);
    return () => {
      boards.splice(boards.indexOf(latest), 1);
      if (boards.length === 0) removeEventListener('keydown', press);
    };
  }, []);
}

/** The key of an act as people call it, drawn anew when it changes. */
export function useKeyName(act: Act): string | undefined {
  return useSyncExternalStore(onKeysChanged, () => keyName(act));
}

function press(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const pressed = pressedKey(event);
  if (pressed === undefined || isElsewhere(event, pressed)) return;
  const before = begun;
  begun = undefined;
  const isFollowing = before !== undefined && performance.now() - before.at < SEQUENCE_MS;
  const following = isFollowing ? doingsOf(`${before.key} ${pressed}`) : [];
  const doings = following.length > 0 ? following : doingsOf(pressed);
  if (doings.length > 0) {
    if (doings.some((doIt) => doIt(pressed) !== false)) event.preventDefault();
  } else if (beginsSequence(pressed)) begun = { key: pressed, at: performance.now() };
}

/** Letters are text wherever text is typed, and nothing acts behind an open dialog. */
function isElsewhere({ ctrlKey, metaKey, target }: KeyboardEvent, pressed: string): boolean {
  const isCommand = ctrlKey || metaKey || /^(Shift\+)?F\d+$/u.test(pressed);
  if (!isCommand && isTyping(target)) return true;
  return document.querySelector('dialog[open]') !== null;
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Meta', 'Alt']);

/**
 * What is pressed, as the key map writes it; undefined while it is no more than Shift. Shift counts for
 * keys that write nothing; letters say it themselves, as capitals.
 */
export function pressedKey(event: KeyboardEvent): string | undefined {
  const { key, altKey, shiftKey } = event;
  if (altKey || MODIFIERS.has(key)) return undefined;
  const isCommand = event.ctrlKey || event.metaKey;
  if (/^\p{L}$/u.test(key)) {
    if (isCommand) return `Ctrl+${key.toLowerCase()}`;
    return shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
  }
  const shift = shiftKey && key.length > 1 ? 'Shift+' : '';
  return `${isCommand ? 'Ctrl+' : ''}${shift}${key}`;
}

/** A letter does nothing to a box that is ticked. */
const TYPED_IN = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_IN));
}

/** What these keys do, of the latest drawn first. */
function doingsOf(keys: string): readonly ((pressed: string) => unknown)[] {
  const acts = actsOf(keys);
  return boards.flatMap(({ current }) => acts.flatMap((act) => current[act] ?? []));
}

function actsOf(keys: string): readonly Act[] {
  return ALL_ACTS.filter((act) => keysOf(act).includes(keys));
}

function beginsSequence(key: string): boolean {
  return ALL_ACTS.some((act) => keysOf(act).some((keys) => keys.startsWith(`${key} `)));
}
