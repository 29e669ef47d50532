import { type Act, keysOf } from '../keys/key-map.ts';
import { pressedKey } from '../keys/use-keys.ts';

/** What somebody typed right after he took an item. */
export interface TypedAhead {
  readonly text: string;
  readonly isNote: boolean;
}

type Write = (typed: TypedAhead) => void;

interface Expected extends TypedAhead {
  readonly workId: string;
  /** Whether writing was begun, by its key or by the first letter. */
  readonly isBegun: boolean;
  /** Where it is written, once that is there. */
  readonly write: Write | undefined;
}

/** What is to be written in comes within this time after the item was taken, or not at all. */
const UNTIL_MS = 5_000;
/** Whoever begins to type within this time after it is there means to write; later, letters are keys again. */
const RIGHT_AFTER_MS = 1_500;

let expected: Expected | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Catches what is typed from now on for the conversation about this item, so that no letter acts as a key
 * before there is anything to write in, nor right after.
 */
export function expectTyping(workId: string): void {
  if (expected?.workId === workId) return;
  forgetTyped();
  expected = { workId, text: '', isNote: false, isBegun: false, write: undefined };
  addEventListener('keydown', keep, { capture: true });
  addEventListener('pointerdown', turnElsewhere, { capture: true });
}

/** The item was taken, or it was not: there is soon where to write, or there never is. */
export function expectNoLonger(workId: string, isTaken: boolean): void {
  if (expected?.workId !== workId || expected.write !== undefined) return;
  if (isTaken) timer = setTimeout(forgetTyped, UNTIL_MS);
  else forgetTyped();
}

/** Writes what was typed about this item meanwhile, or is typed right after; returns how to stop that. */
export function writeTyped(workId: string, write: Write): () => void {
  if (expected?.workId !== workId) return () => undefined;
  const { text, isNote, isBegun } = expected;
  if (isBegun) {
    forgetTyped();
    write({ text, isNote });
    return () => undefined;
  }
  expected = { ...expected, write };
  clearTimeout(timer);
  timer = setTimeout(forgetTyped, RIGHT_AFTER_MS);
  return () => {
    // What is drawn anew a moment later goes on with it.
    if (expected?.write === write) expected = { ...expected, write: undefined };
  };
}

/** Lets keys act again; what was typed is gone. */
function forgetTyped(): void {
  clearTimeout(timer);
  removeEventListener('keydown', keep, { capture: true });
  removeEventListener('pointerdown', turnElsewhere, { capture: true });
  expected = undefined;
}

/** Whoever points at something before he has typed anything means that. */
function turnElsewhere(): void {
  if (expected?.isBegun === false) forgetTyped();
}

function keep(event: KeyboardEvent): void {
  const { ctrlKey, metaKey, altKey, target } = event;
  if (expected === undefined || ctrlKey || metaKey || altKey || isElsewhere(target)) return;
  const after = typed(expected, event);
  if (after === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  expected = after;
  if (after.write === undefined || !after.isBegun) return;
  forgetTyped();
  after.write(after);
}

/** What is typed by now; undefined of a key that types nothing. */
function typed(before: Expected, event: KeyboardEvent): Expected | undefined {
  const { isBegun, text } = before;
  const { key } = event;
  const begins = (act: Act): boolean => !isBegun && keysOf(act).includes(pressedKey(event) ?? '');
  if (begins('note.begin')) return { ...before, isNote: true, isBegun: true };
  if (begins('reply.focus') || begins('queue.open')) return { ...before, isBegun: true };
  if (key === 'Backspace') return { ...before, text: text.replace(/.$/su, '') };
  if (key === 'Enter') return { ...before, text: `${text}\n` };
  return /^.$/su.test(key) ? { ...before, text: text + key, isBegun: true } : undefined;
}

/** In a field or in a dialog it is written already. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
