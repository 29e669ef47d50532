import type { VisitorMessage } from '@rapport/protocol';
import { button, el, setText } from '../design/dom.ts';
import type { ThreadState } from '../thread/open-thread.ts';
import type { Unsent } from '../thread/send-unsent.ts';
import type { VisitorFile } from '../thread/send-file.ts';
import type { Speech } from '../words/speech.ts';
import { type FetchFile, fileItem } from './file-item.ts';

export interface MessageList {
  readonly element: HTMLElement;
  readonly show: (state: ThreadState) => void;
}

export interface MessageActs {
  readonly again: (key: string) => void;
  readonly remove: (key: string) => void;
  readonly fetchFile: FetchFile;
}

/** So near to the end, whoever reads wants to see what comes next. */
const NEAR_PX = 60;

/**
 * What was said, by whom and when, and below it what is on its way. Elements stay where they are while
 * others come, so that screen readers tell only those, and it follows the end while it is there.
 */
export function messageList(speech: Speech, acts: MessageActs): MessageList {
  const { words } = speech;
  const said = el('ol', { class: 'said' });
  const unsent = el('ol', { class: 'said' });
  // Whoever listens is told what was said, and not that it was seen.
  const seen = el('p', { class: 'by seen', 'aria-live': 'off', hidden: true });
  const element = el(
    'div',
    { class: 'log', role: 'log', 'aria-label': words.conversation, tabindex: '0' },
    said,
    seen,
    unsent,
  );
  const shown = new Map<number, HTMLElement>();
  let unsentShown = '';
  let isAtEnd = true;
  let height = 0;
  const follow = (): void => {
    height = element.scrollHeight;
    if (isAtEnd) element.scrollTop = height;
  };
  element.addEventListener('scroll', () => {
    // Of the height that it was scrolled in: what has grown since is followed, not scrolled away from.
    isAtEnd = height - element.scrollTop - element.clientHeight < NEAR_PX;
  });
  // A picture has its height once it is there, and the event of that does not bubble.
  element.addEventListener('load', follow, true);
  return {
    element,
    show({ messages, unsent: waiting, readNumber }) {
      showSaid(said, shown, { messages, speech, acts });
      const last = messages.at(-1);
      const isSeen = last?.from === 'customer' && last.number <= readNumber;
      setText(seen, isSeen ? words.seen : '');
      const next = JSON.stringify(waiting);
      if (next !== unsentShown) {
        unsentShown = next;
        unsent.replaceChildren(...waiting.map((each) => unsentItem(each, { speech, acts })));
      }
      follow();
    },
  };
}

function showSaid(
  list: HTMLElement,
  shown: Map<number, HTMLElement>,
  { messages, ...how }: { messages: readonly VisitorMessage[]; speech: Speech; acts: MessageActs },
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
    const item = messageItem(message, how);
    shown.set(message.number, item);
    list.insertBefore(item, list.children[index] ?? null);
  }
}

function messageItem(
  { from, agentName, piiText, attachments = [], at }: VisitorMessage,
  { speech, acts }: { readonly speech: Speech; readonly acts: MessageActs },
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
    bubbleOf(piiText, attachments, words.erased),
    ...attachments.map((file) => fileItem(file, speech, acts.fetchFile)),
  );
}

/** The words, where they are more than the names of the files. */
function bubbleOf(
  piiText: string | undefined,
  files: readonly VisitorFile[],
  erased: string,
): HTMLElement | undefined {
  if (piiText === undefined) return el('p', { class: 'bubble erased' }, erased);
  if (files.length > 0 && piiText === files.map(({ piiName }) => piiName).join('\n')) {
    return undefined;
  }
  return el('p', { class: 'bubble', dir: 'auto' }, piiText);
}

function unsentItem(
  { key, said, refused, isFileLost = false }: Unsent,
  { speech, acts }: { readonly speech: Speech; readonly acts: MessageActs },
): HTMLElement {
  const { words } = speech;
  const { piiText, attachments = [] } = said;
  const bubble = bubbleOf(piiText, attachments, words.erased);
  const isSendable = !isFileLost || bubble !== undefined;
  const again = isFileLost ? words.withoutFiles : words.again;
  const state =
    refused === undefined
      ? el('p', { class: 'by' }, words.sending)
      : el(
          'p',
          { class: 'by fault' },
          `${words.notSent} ${isFileLost ? words.filesGone : refused} `,
          isSendable ? button({ class: 'link' }, () => acts.again(key), again) : undefined,
          ' ',
          button({ class: 'link' }, () => acts.remove(key), words.remove),
        );
  return el(
    'li',
    { class: 'own' },
    bubble,
    ...attachments.map((file) => fileItem(file, speech, acts.fetchFile)),
    state,
  );
}
