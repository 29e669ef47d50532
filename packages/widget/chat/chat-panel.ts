import { button, el, glyph, GLYPHS, setText } from '../design/dom.ts';
import type { Keeping } from '../thread/keep.ts';
import type { ThreadState, VisitorThreadClient } from '../thread/open-thread.ts';
import type { Speech } from '../words/speech.ts';
import { composer } from './composer.ts';
import { fileTray } from './file-tray.ts';
import { messageList } from './message-list.ts';
import { typingLine } from './typing-line.ts';
import { outlookText } from './outlook-text.ts';
import { waitChoice } from './wait-choice.ts';
import { whoFields } from './who-fields.ts';

export interface ChatPanel {
  readonly element: HTMLElement;
  readonly show: (state: ThreadState) => void;
  readonly focus: () => void;
}

interface ChatRooms {
  readonly thread: VisitorThreadClient;
  readonly keeping: Keeping;
  readonly speech: Speech;
  /** Absent where the panel is the page. */
  readonly close: (() => void) | undefined;
}

/** The conversation with its head, what can be said of the wait, and where the visitor writes. */
export function chatPanel({ thread, keeping, speech, close }: ChatRooms): ChatPanel {
  const { words } = speech;
  const head = headOf({ thread, speech, close });
  const note = el('p', { class: 'note', role: 'status', hidden: true });
  const greeting = el('p', { class: 'greeting', dir: 'auto', hidden: true });
  const who = whoFields(words, keeping);
  const list = messageList(speech, thread);
  list.element.prepend(greeting);
  const typing = typingLine(speech);
  const choice = waitChoice(speech, thread);
  const tray = fileTray({ speech, keeping, send: thread.sendFile });
  const { typed } = thread;
  const write = composer({
    ...{ words, keeping, tray, typed },
    send: (said) => {
      const state = thread.state();
      const told = isEmpty(state) ? who.read(state.entry?.channel === 'web') : {};
      if (told === undefined) return false;
      thread.say({ ...said, ...told });
      return true;
    },
  });
  const element = el(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'title' },
    head.element,
    note,
    choice.element,
    list.element,
    typing.element,
    who.element,
    write.element,
  );
  return {
    element,
    show(state) {
      head.show(state);
      setText(greeting, state.entry?.greeting ?? '');
      note.classList.toggle('offline', !state.isConnected);
      setText(note, noteText(state, speech));
      choice.show(state);
      write.element.hidden = !isWritable(state);
      who.element.hidden = write.element.hidden || !isEmpty(state) || !state.isRead;
      list.show(state);
      typing.show(state);
    },
    focus: write.focus,
  };
}

/** Where the visitor is, with whom, and how he ends or closes it. */
function headOf({ thread, speech, close }: Omit<ChatRooms, 'keeping'>): {
  readonly element: HTMLElement;
  readonly show: (state: ThreadState) => void;
} {
  const { words } = speech;
  const title = el('h2', { id: 'title' }, words.open);
  const serving = el('p', { hidden: true });
  const end = button({ class: 'plain', hidden: true }, () => void thread.end(), words.end);
  const element = el(
    'header',
    { class: 'head' },
    el('div', {}, title, serving),
    end,
    close &&
      button(
        { class: 'plain', 'aria-label': words.close, title: words.close },
        close,
        glyph(GLYPHS.close),
      ),
  );
  return {
    element,
    show(state) {
      const { entry, progress } = state;
      if (entry !== undefined) setText(title, entry.name);
      setText(serving, isServed(progress) ? servedBy(progress?.agentName, speech) : '');
      end.hidden = !isEndable(state);
    },
  };
}

function isEmpty({ messages, unsent }: ThreadState): boolean {
  return messages.length === 0 && unsent.length === 0;
}

/** Not where it cannot be shown, and where nobody can begin. */
function isWritable(state: ThreadState): boolean {
  if (state.refused !== undefined) return false;
  return state.entry?.isOpen !== false || !isEmpty(state);
}

/** Whoever has promised to call is not there yet. */
function isServed(progress: ThreadState['progress']): boolean {
  return progress?.status === 'with' && progress.callback?.state !== 'promised';
}

function servedBy(name: string | undefined, { words }: Speech): string {
  return name === undefined ? words.withSomebody : words.with(name);
}

function noteText(state: ThreadState, speech: Speech): string {
  const { words } = speech;
  if (state.refused !== undefined) return `${words.notHere} ${words.notHereWhy}`;
  if (!state.isConnected) return words.offline;
  const outlook = outlookText(state, speech, Date.now());
  const { progress } = state;
  const isWaiting =
    progress?.status === 'waiting' &&
    progress.callback === undefined &&
    state.outlook?.isStaffed === true;
  return isWaiting ? `${words.waiting} ${outlook}` : outlook;
}

/** Whoever leaves a message must not take it back by ending what has not begun. */
function isEndable({ progress, outlook }: ThreadState): boolean {
  if (progress?.status === 'with') return true;
  return progress?.status === 'waiting' && outlook?.isStaffed === true;
}
