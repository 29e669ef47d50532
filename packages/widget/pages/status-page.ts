import type { VisitorProgress } from '@rapport/protocol';
import { composer } from '../chat/composer.ts';
import { fileTray } from '../chat/file-tray.ts';
import { messageList } from '../chat/message-list.ts';
import { typingLine } from '../chat/typing-line.ts';
import { waitChoice } from '../chat/wait-choice.ts';
import { button, el, setText } from '../design/dom.ts';
import { setColour } from '../design/tokens.ts';
import { keepingOnPage } from '../thread/keep.ts';
import { openThread, type ThreadState, type VisitorThreadClient } from '../thread/open-thread.ts';
import { visitorApi } from '../thread/visitor-api.ts';
import type { Speech } from '../words/speech.ts';
import { nextText, progressSteps } from './progress-text.ts';
import { showPage, statusAddress } from './show-page.ts';

const LOOK_AGAIN_MS = 10_000;

/** Where a customer follows his request, reads the answer and writes back. */
export function statusPage(entryId: string, token: string, speech: Speech): void {
  const { words } = speech;
  document.title = words.statusTitle;
  const main = showPage(speech);
  const keeping = keepingOnPage(location.origin, token);
  const thread = openThread(visitorApi(location.origin, entryId), keeping);
  const title = el('h1', { dir: 'auto' }, words.statusTitle);
  const offline = el('p', { class: 'alert offline', role: 'status', hidden: true }, words.offline);
  const progressCard = progressCardOf(speech, thread);
  const card = progressCard.element;
  const list = messageList(speech, thread);
  const typing = typingLine(speech);
  const tray = fileTray({ speech, keeping, send: thread.sendFile });
  const { typed } = thread;
  const write = composer({
    ...{ words, keeping, tray, typed },
    send: (said) => {
      thread.say(said);
      return true;
    },
  });
  const conversation = el(
    'section',
    { class: 'card', 'aria-label': words.conversation },
    list.element,
    typing.element,
    el('h2', {}, words.writeBack),
    write.element,
  );
  const wrong = el(
    'div',
    { class: 'card', role: 'alert', hidden: true },
    el('h2', {}, words.linkWrong),
    el('p', {}, words.linkWrongWhy),
  );
  const loading = el('p', { class: 'muted' }, words.loading);
  main.append(title, offline, loading, wrong, card, conversation, linkNote(entryId, token, speech));
  const show = (state: ThreadState): void => {
    const { entry, progress, isRead, isConnected, refused, messages, unsent } = state;
    setColour(document.documentElement, entry?.theme.colour);
    const isWrong = refused !== undefined || (isRead && messages.length + unsent.length === 0);
    const isShown = progress !== undefined && !isWrong;
    loading.hidden = isShown || isWrong;
    wrong.hidden = !isWrong;
    card.hidden = conversation.hidden = !isShown;
    offline.hidden = isConnected || isWrong;
    if (progress === undefined) return;
    if (progress.piiSubject !== undefined) setText(title, progress.piiSubject);
    progressCard.show(state);
    list.show(state);
    typing.show(state);
    if (document.visibilityState === 'visible') thread.seen();
  };
  thread.onChange(show);
  document.addEventListener('visibilitychange', () => show(thread.state()));
  // Whoever has the link has begun.
  keeping.set('begun', 'yes');
  show(thread.state());
  thread.follow();
  void thread.readEntry();
}

/** The steps, what happens next, and for whom he may wait; it tells that it is late when it is, whether there is news or not. */
function progressCardOf(
  speech: Speech,
  thread: VisitorThreadClient,
): {
  readonly element: HTMLElement;
  readonly show: (state: ThreadState) => void;
} {
  const steps = el('ol', { class: 'steps' });
  const next = el('p', { role: 'status' });
  const choice = waitChoice(speech, thread);
  let latest: VisitorProgress | undefined;
  let shownSteps = '';
  const show = (): void => {
    if (latest === undefined) return;
    const now = Date.now();
    const all = progressSteps(latest, speech, now);
    setText(next, nextText(latest, speech, now));
    if (JSON.stringify(all) === shownSteps) return;
    shownSteps = JSON.stringify(all);
    steps.replaceChildren(
      ...all.map(({ name, state, detail }) =>
        el(
          'li',
          { 'data-state': state, 'aria-current': state === 'now' && 'step' },
          name,
          el('small', {}, detail),
        ),
      ),
    );
  };
  setInterval(show, LOOK_AGAIN_MS);
  return {
    element: el(
      'div',
      { class: 'card' },
      steps,
      el('div', {}, el('h2', {}, speech.words.nextHeading), next),
      choice.element,
    ),
    show(state) {
      latest = state.progress;
      choice.show(state);
      show();
    },
  };
}

function linkNote(entryId: string, token: string, { words }: Speech): HTMLElement {
  const copy = button(
    { class: 'sec' },
    () => {
      navigator.clipboard.writeText(statusAddress(entryId, token)).then(
        () => (copy.textContent = words.copied),
        () => (copy.textContent = words.copyFailed),
      );
    },
    words.copyLink,
  );
  return el('div', { class: 'card' }, el('p', { class: 'muted' }, words.statusPrivate), copy);
}
