/** Every act that has a key of its own, by the name under which people change it. */
export const KEY_MAP = {
  'palette.open': ['Ctrl+k'],
  'keys.show': ['F1', '?'],
  'state.open': ['Shift+Escape'],
  'go.desk': ['g d'],
  'go.set-up': ['g s'],
  'go.floor': ['g l'],
  'go.wallboard': ['g w'],
  'go.reports': ['g r'],

  'next.take': ['Ctrl+.'],
  'queue.next': ['j'],
  'queue.previous': ['k'],
  'queue.jump': ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  'queue.open': ['Enter'],
  'offer.accept': ['F9'],
  'offer.decline': ['Shift+F9'],
  'reply.focus': ['r'],
  'reply.send': ['Ctrl+Enter'],
  'note.begin': ['n'],
  'work.transfer': ['t'],
  'work.later': ['h'],
  'work.resolve': ['e'],
  'work.resolve-next': ['Shift+E'],
  'work.hold': ['F2'],
  'customer.toggle': ['i'],
  'customer.call': ['c'],
  'callback.no-answer': ['Shift+C'],
  'floor.move': ['t'],
  'floor.message': ['m'],
  'pane.next': ['F6'],
  'pane.previous': ['Shift+F6'],
  undo: ['z'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Act = keyof typeof KEY_MAP;

const KEPT_AS = 'rapport-keys';

/** What somebody has changed; an act with no keys has been switched off. */
export type KeyChanges = Partial<Readonly<Record<Act, readonly string[]>>>;

let changes: KeyChanges = readChanges();
let version = 0;
let listeners: readonly (() => void)[] = [];

/** The keys of an act, as this person has them. */
export function keysOf(act: Act): readonly string[] {
  return changes[act] ?? KEY_MAP[act];
}

/** Gives an act other keys, from now on; `undefined` gives back its first ones. */
export function changeKeys(act: Act, keys: readonly string[] | undefined): void {
  const others = Object.fromEntries(Object.entries(changes).filter(([name]) => name !== act));
  changes = keys === undefined ? others : { ...others, [act]: keys };
  localStorage.setItem(KEPT_AS, JSON.stringify(changes));
  version++;
  for (const listener of listeners) listener();
}

/** Rises with every change of a key. */
export function keysVersion(): number {
  return version;
}

/** Calls `listener` whenever keys change; returns how to stop that. */
export function onKeysChanged(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((each) => each !== listener);
  };
}

/** The first key of an act as people call it: `Ctrl K`; undefined when it has none. */
export function keyName(act: Act): string | undefined {
  const [first] = keysOf(act);
  return first === undefined ? undefined : nameOfKeys(first);
}

const NAMES: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Shift: '⇧',
};

/** Keys as people call them: `g o` is pressed one after the other, `Ctrl+k` together. */
export function nameOfKeys(keys: string): string {
  return keys
    .split(/[ +]/u)
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}

function readChanges(): KeyChanges {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as KeyChanges;
  } catch {
    // What cannot be read was not written here.
    return {};
  }
}
