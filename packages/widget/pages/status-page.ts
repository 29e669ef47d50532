import { composer } from '../chat/composer.ts';
import { messageList } from '../chat/message-list.ts';
import { button, el, setText } from '../design/dom.ts';
import { keepingOnPage } from '../thread/keep.ts';
import { openThread, type ThreadState } from '../thread/open-thread.ts';
import { visitorApi } from '../thread/visitor-api.ts';
import type { Speech } from '../words/speech.ts';
import { nextText, progressSteps } from './progress-text.ts';
import { showPage, statusAddress } from './show-page.ts';

/** Where a customer follows his request, reads the answer and writes back. */
export function statusPage(entryId: string, token: string, speech: Speech): void {
  const { words } = speech;
  document.title = words.statusTitle;
  const main = showPage(speech);
  const keeping = keepingOnPage(location.origin, token);
  const thread = openThread(visitorApi(location.origin, entryId), keeping);
  const title = el('h1', { dir: 'auto' }, words.statusTitle);
  const offline = el('p', { class: 'alert offline', role: 'status', hidden: true }, words.offline);
  const steps = el('ol', { class: 'steps' });
  const next = el('p', { role: 'status' });
  const list = messageList(speech, { again: thread.again, remove: thread.remove });
  const write = composer(words, keeping, (piiText) => {
    thread.say({ piiText });
    return true;
  });
  const card = el(
    'div',
    { class: 'card' },
    steps,
    el('div', {}, el('h2', {}, words.nextHeading), next),
  );
  const conversation = el(
    'section',
    { class: 'card', 'aria-label': words.conversation },
    list.element,
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
  let stepsShown = '';
  const show = (state: ThreadState): void => {
    const { progress, isRead, isConnected, refused, messages, unsent } = state;
    const isWrong = refused !== undefined || (isRead && messages.length + unsent.length === 0);
    const isShown = progress !== undefined && !isWrong;
    loading.hidden = isShown || isWrong;
    wrong.hidden = !isWrong;
    card.hidden = conversation.hidden = !isShown;
    offline.hidden = isConnected || isWrong;
    if (progress === undefined) return;
    if (progress.piiSubject !== undefined) setText(title, progress.piiSubject);
    const now = Date.now();
    const shown = progressSteps(progress, speech, now);
    if (JSON.stringify(shown) !== stepsShown) {
      stepsShown = JSON.stringify(shown);
      steps.replaceChildren(
        ...shown.map(({ name, state: standing, detail }) =>
          el(
            'li',
            { 'data-state': standing, 'aria-current': standing === 'now' && 'step' },
            name,
            el('small', {}, detail),
          ),
        ),
      );
    }
    setText(next, nextText(progress, speech, now));
    list.show(state);
  };
  thread.onChange(show);
  // Whoever has the link has begun.
  keeping.set('begun', 'yes');
  show(thread.state());
  thread.follow();
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
