import { button, el, glyph, GLYPHS } from '../design/dom.ts';
import { VISITOR_FILES_MAX } from '../design/limits.ts';
import type { Keeping } from '../thread/keep.ts';
import type { FileSending, SentFile, VisitorFile } from '../thread/send-file.ts';
import type { Words } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { type Entry, type KeptFile, keptEntry, sendingEntry } from './tray-entry.ts';

/** Files on their way to the centre, and those that wait there for the words that they go with. */
export interface FileTray {
  readonly element: HTMLElement;
  /** Opens the browser's choice of files. */
  readonly choose: HTMLElement;
  readonly add: (files: Iterable<File>) => void;
  /** What goes with the next words; undefined while something is underway or wrong, which is said. */
  readonly take: () => readonly VisitorFile[] | undefined;
  /** They have been said. */
  readonly clear: () => void;
}

interface TrayRooms {
  readonly speech: Speech;
  readonly keeping: Keeping;
  /** Whether the button that chooses says so in words. */
  readonly isNamed?: boolean;
  readonly send: (file: File, sending: FileSending) => Promise<SentFile>;
}

/** The centre drops what nobody has said within a day; whoever is about to send has an hour left. */
const KEPT_MS = 23 * 3_600_000;

/** What is in it survives a reload for as long as the centre has it. */
export function fileTray({ speech, keeping, isNamed = false, send }: TrayRooms): FileTray {
  const { words } = speech;
  const { input, choose } = chooserOf(words, isNamed, (files) => add(files));
  const entries = trayList(words, keeping);
  // What stands beside a file already is told to whoever hears the page, what is about all to everybody.
  const heard = el('p', { class: 'sr', role: 'status' });
  const note = el('p', { class: 'tray-note', role: 'status' });
  const say = (text: string): void => {
    note.textContent = text;
  };
  const removing = (entry: () => Entry) => () => {
    entries.remove(entry());
    say('');
    input.parentElement?.querySelector('button')?.focus();
  };
  const changed = (): void => {
    entries.keep();
    if (note.textContent === words.filesUnderway) say('');
  };
  const add = (files: Iterable<File>): void => {
    say('');
    for (const file of files) {
      if (entries.all.length >= VISITOR_FILES_MAX) {
        say(words.filesTooMany(VISITOR_FILES_MAX));
        return;
      }
      const remove = removing(() => entry);
      const entry: Entry = sendingEntry(file, { speech, send, remove, changed, heard });
      entries.put(entry);
    }
  };
  for (const kept of readKept(keeping)) {
    const entry: Entry = keptEntry(kept, { speech, remove: removing(() => entry) });
    entries.put(entry);
  }
  /** Returns whether there were any. */
  const dropOld = (): boolean => {
    const old = entries.all.filter(({ stands }) => isOld(stands()));
    for (const entry of old) entries.remove(entry);
    if (old.length > 0) say(words.filesGone);
    return old.length > 0;
  };
  dropOld();
  return {
    element: el('div', {}, entries.element, note, heard),
    choose: el('span', {}, choose, input),
    add,
    take() {
      if (dropOld()) return undefined;
      const all = entries.all.map(({ stands }) => stands());
      if (all.every(isKept)) return all.map(({ file }) => file);
      say(all.includes('underway') ? words.filesUnderway : words.filesFailed);
      return undefined;
    },
    clear() {
      for (const entry of [...entries.all]) entries.remove(entry);
      say('');
    },
  };
}

/** The button that opens the browser's choice of files. */
function chooserOf(words: Words, isNamed: boolean, add: (files: readonly File[]) => void) {
  const input = el('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1' });
  input.addEventListener('change', () => {
    add([...(input.files ?? [])]);
    input.value = '';
  });
  const choose = button(
    isNamed
      ? { class: 'sec' }
      : { class: 'plain clip', 'aria-label': words.attach, title: words.attach },
    () => input.click(),
    ...(isNamed ? [words.attach] : [glyph(GLYPHS.clip)]),
  );
  return { input, choose };
}

/** The files in their order; those that the centre has are kept over a reload. */
function trayList(words: Words, keeping: Keeping) {
  const all: Entry[] = [];
  const element = el('ol', { class: 'tray', 'aria-label': words.files });
  const keep = (): void => {
    const kept = all.map(({ stands }) => stands()).filter(isKept);
    keeping.set('files', kept.length === 0 ? undefined : JSON.stringify(kept));
  };
  return {
    element,
    keep,
    all: all as readonly Entry[],
    put(entry: Entry): void {
      all.push(entry);
      element.append(entry.element);
    },
    remove(entry: Entry): void {
      all.splice(all.indexOf(entry), 1);
      entry.element.remove();
      keep();
    },
  };
}

function isKept(stands: ReturnType<Entry['stands']>): stands is KeptFile {
  return typeof stands === 'object';
}

function isOld(stands: ReturnType<Entry['stands']>): boolean {
  return isKept(stands) && stands.at + KEPT_MS < Date.now();
}

function readKept(keeping: Keeping): readonly KeptFile[] {
  try {
    const kept: unknown = JSON.parse(keeping.get('files') ?? '[]');
    return Array.isArray(kept) ? (kept as KeptFile[]).filter(({ at }) => at > 0) : [];
  } catch {
    // Somebody else wrote there.
    return [];
  }
}
