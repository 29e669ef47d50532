import type { VisitorMessage } from '@rapport/protocol';
import { button, el, glyph, GLYPHS, setText } from '../design/dom.ts';
import { CHAT, PARTS } from '../design/styles.ts';
import { setColour, tokensOf } from '../design/tokens.ts';
import { type Keeping, keepingFor } from '../thread/keep.ts';
import { openThread, type ThreadState } from '../thread/open-thread.ts';
import { once } from '../thread/retry.ts';
import { visitorApi } from '../thread/visitor-api.ts';
import { type Speech, speechOf } from '../words/speech.ts';
import { type ChatPanel, chatPanel } from './chat-panel.ts';

/** Where a chat is, and how it looks there; what is left out, the entry point or the page says. */
export interface ChatPlace {
  /** Of the centre. */
  readonly origin: string;
  readonly entryId: string;
  readonly language?: string | undefined;
  readonly colour?: string | undefined;
  readonly scheme?: string | undefined;
  readonly side?: string | undefined;
  /** Open from the start. */
  readonly isOpen?: boolean;
  /** The panel is all that there is on the page. */
  readonly isPage?: boolean;
}

const LOOK_AGAIN_MS = 10_000;

/**
 * Puts a chat on the page, in a shadow tree that the page's styles do not reach. Nothing is asked of
 * the centre before the chat is opened, or where somebody comes back to one that goes on.
 */
export function mountChat(place: ChatPlace): void {
  const host = hostElement(place);
  const speech = speechOf(place.language, document.documentElement.lang, navigator.language);
  const { words } = speech;
  const keeping = keepingFor(place.origin, place.entryId);
  const thread = openThread(visitorApi(place.origin, place.entryId), keeping);
  const launcher = launcherOf(speech, () => open());
  const announced = el('p', { class: 'sr', role: 'status' });
  const root = rootIn(host, place, speech);
  let panel: ChatPanel | undefined;
  const isShown = (): boolean => panel?.element.isConnected === true;
  const seen = seenMessages(keeping);

  const open = (): void => {
    panel ??= chatPanel({ thread, keeping, speech, close: place.isPage ? undefined : close });
    root.replaceChildren(panel.element, announced);
    keeping.set('open', 'yes');
    keepEntry();
    thread.follow();
    show(thread.state());
    panel.focus();
  };
  const close = (): void => {
    keeping.set('open', undefined);
    root.replaceChildren(launcher.element, announced);
    show(thread.state());
    launcher.element.focus();
  };
  const keepEntry = once(async () => {
    do await thread.readEntry();
    while (await isLookedAt(() => isShown() && !thread.hasBegun()));
  });
  const show = (state: ThreadState): void => {
    applyTheme({ host, root }, { ...state.entry?.theme, ...definedOf(place) });
    if (isShown()) panel?.show(state);
    if (isShown() && document.visibilityState === 'visible') {
      seen.all(state);
      thread.seen();
    }
    const unread = seen.unreadIn(state);
    launcher.show(unread.length);
    const last = unread.at(-1);
    setText(
      announced,
      isShown() || last === undefined ? '' : words.newMessage(last.agentName ?? words.somebody),
    );
  };

  thread.onChange(show);
  document.addEventListener('visibilitychange', () => show(thread.state()));
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || place.isPage || !isShown()) return;
    event.stopPropagation();
    close();
  });
  root.append(launcher.element, announced);
  document.body.append(host);
  show(thread.state());
  if (place.isOpen === true || keeping.get('open') !== undefined) open();
  else if (thread.hasBegun()) thread.follow();
}

/** How far the visitor has seen what was said to him, kept over pages. */
function seenMessages(keeping: Keeping): {
  readonly all: (state: ThreadState) => void;
  readonly unreadIn: (state: ThreadState) => readonly VisitorMessage[];
} {
  let seenNumber = Number(keeping.get('seen') ?? 0);
  return {
    all({ messages }) {
      seenNumber = Math.max(seenNumber, messages.at(-1)?.number ?? 0);
      keeping.set('seen', String(seenNumber));
    },
    unreadIn: ({ messages }) =>
      messages.filter(({ from, number }) => from !== 'customer' && number > seenNumber),
  };
}

/** After a while, whether it is still so: whether somebody is there may be another thing by then. */
async function isLookedAt(isStill: () => boolean): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  return isStill();
}

/** The element on the page: nothing that its styles say changes where it is or how it looks. */
function hostElement({ isPage }: ChatPlace): HTMLElement {
  const host = document.createElement('rapport-chat');
  const own: Readonly<Record<string, string>> = {
    all: 'initial',
    display: 'block',
    position: 'fixed',
    'inset-block-end': '0',
    'inset-inline-end': '0',
    'z-index': '2147483000',
    ...(isPage && { inset: '0' }),
  };
  for (const [name, value] of Object.entries(own)) host.style.setProperty(name, value, 'important');
  return host;
}

/** A shadow tree of that element with our styles, and what everything in it stands in. */
function rootIn(host: HTMLElement, { isPage }: ChatPlace, { language }: Speech): HTMLElement {
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokensOf('.root', (scheme) => `.root[data-scheme='${scheme}']`) + PARTS + CHAT);
  shadow.adoptedStyleSheets = [sheet];
  const root = el('div', {
    class: 'root',
    lang: language,
    'data-on': isPage === true && 'page',
  });
  shadow.append(root);
  return root;
}

interface Theme {
  readonly colour?: string | undefined;
  readonly scheme?: string | undefined;
  readonly side?: string | undefined;
}

function definedOf({ colour, scheme, side }: ChatPlace): Theme {
  return { ...(colour && { colour }), ...(scheme && { scheme }), ...(side && { side }) };
}

function applyTheme(
  { host, root }: { readonly host: HTMLElement; readonly root: HTMLElement },
  { colour, scheme = 'auto', side = 'end' }: Theme,
): void {
  setColour(root, colour);
  root.dataset['scheme'] = scheme;
  root.dataset['side'] = side;
  if (root.dataset['on'] === 'page') return;
  host.style.setProperty('inset-inline', side === 'start' ? '0 auto' : 'auto 0', 'important');
}

function launcherOf(
  { words }: Speech,
  open: () => void,
): { readonly element: HTMLElement; readonly show: (unreadCount: number) => void } {
  const unread = el('span', { class: 'unread', 'aria-hidden': 'true', hidden: true });
  const element = button({ class: 'launcher' }, open, glyph(GLYPHS.chat), unread);
  return {
    element,
    show(count) {
      const name = count === 0 ? words.open : words.openUnread(count);
      element.setAttribute('aria-label', name);
      element.title = name;
      setText(unread, count === 0 ? '' : String(count));
    },
  };
}
