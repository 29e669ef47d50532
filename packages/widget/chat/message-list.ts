import type { VisitorMessage } from '@rapport/protocol';
import { button, el } from '../design/dom.ts';
import type { ThreadState } from '../thread/open-thread.ts';
import type { Unsent } from '../thread/send-unsent.ts';
import type { Speech } from '../words/speech.ts';

export interface MessageList {
  readonly element: HTMLElement;
  readonly show: (state: ThreadState) => void;
}

export interface UnsentActs {
  readonly again: (key: string) => void;
  readonly remove: (key: string) => void;
}

/** So near to the end, whoever reads wants to see what comes next. */
const NEAR_PX = 60;

/**
 * What was said, by whom and when, and below it what is on its way. Elements stay where they are while
 * others come, so that screen readers tell only those, and it follows the end while it is there.
 */
export function messageList(speech: Speech, acts: UnsentActs): MessageList {
  const { words } = speech;
  const said = el('ol', { class: 'said' });
  const unsent = el('ol', { class: 'said' });
  const element = el(
    'div',
    { class: 'log', role: 'log', 'aria-label': words.conversation, tabindex: '0' },
    said,
    unsent,
  );
  const shown = new Map<number, HTMLElement>();
  let unsentShown = '';
  return {
    element,
    show({ messages, unsent: waiting }) {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      const before = element.scrollHeight;
      showSaid(said, shown, { messages, speech });
      const next = JSON.stringify(waiting);
      if (next !== unsentShown) {
        unsentShown = next;
        unsent.replaceChildren(...waiting.map((each) => unsentItem(each, { words, acts })));
      }
      if (isAtEnd && element.scrollHeight !== before) element.scrollTop = element.scrollHeight;
    },
  };
}

function showSaid(
  list: HTMLElement,
  shown: Map<number, HTMLElement>,
  { messages, speech }: { messages: readonly VisitorMessage[]; speech: Speech },
): void {
  const numbers = new Set(messages.map(({ number }) => number));
  for (const [number, item] of shown) {
    if (numbers.has(number)) continue;
    item.remove();
    shown.delete(number);
  }
  for (const [index, message] of messages.entries()) {
    const known = shown.get(message.number);
    if (known !== undefined) continue;
    const item = messageItem(message, speech);
    shown.set(message.number, item);
    list.insertBefore(item, list.children[index] ?? null);
  }
}

function messageItem(
  { from, agentName, piiText, at }: VisitorMessage,
  speech: Speech,
): HTMLElement {
  const { words, time } = speech;
  const isOwn = from === 'customer';
  const author = isOwn ? words.you : (agentName ?? words.somebody);
  return el(
    'li',
    { class: isOwn ? 'own' : 'theirs' },
    el(
      'p',
      { class: 'by' },
      el('span', { dir: 'auto' }, author),
      ' ',
      el('time', { datetime: new Date(at).toISOString() }, time(at)),
    ),
    piiText === undefined
      ? el('p', { class: 'bubble erased' }, words.erased)
      : el('p', { class: 'bubble', dir: 'auto' }, piiText),
  );
}

function unsentItem(
  { key, said, refused }: Unsent,
  { words, acts }: { words: Speech['words']; acts: UnsentActs },
): HTMLElement {
  const state =
    refused === undefined
      ? el('p', { class: 'by' }, words.sending)
      : el(
          'p',
          { class: 'by fault' },
          `${words.notSent} ${refused} `,
          button({ class: 'link' }, () => acts.again(key), words.again),
          ' ',
          button({ class: 'link' }, () => acts.remove(key), words.remove),
        );
  return el('li', { class: 'own' }, el('p', { class: 'bubble', dir: 'auto' }, said.piiText), state);
}
