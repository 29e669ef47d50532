import { button, el, glyph, GLYPHS } from '../design/dom.ts';
import { FILE_BYTES_MAX } from '../design/limits.ts';
import type { FileSending, SentFile, VisitorFile } from '../thread/send-file.ts';
import { mintMessageKey } from '../thread/visitor-api.ts';
import type { Words } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';

/** A file in the tray: underway, not sent, or here once the centre has it. */
export interface Entry {
  readonly element: HTMLElement;
  readonly stands: () => KeptFile | 'underway' | 'failed';
}

/** A file that the centre has, and since when. */
export interface KeptFile {
  readonly file: VisitorFile;
  readonly at: number;
}

/** A file that the centre has. */
export function keptEntry(
  kept: KeptFile,
  { speech, remove }: { readonly speech: Speech; readonly remove: () => void },
): Entry {
  const element = el(
    'li',
    {},
    nameOf(kept.file.piiName),
    removeButton(speech.words, kept.file.piiName, remove),
  );
  return { element, stands: () => kept };
}

interface Sending {
  readonly speech: Speech;
  readonly send: (file: File, sending: FileSending) => Promise<SentFile>;
  readonly remove: () => void;
  readonly changed: () => void;
  /** Where it is told what went wrong. */
  readonly heard: HTMLElement;
}

/** A file that is being sent: how far it is, what went wrong, and how to take it back. */
export function sendingEntry(file: File, { speech, send, remove, changed, heard }: Sending): Entry {
  const { words } = speech;
  const cancelling = new AbortController();
  const key = mintMessageKey();
  let stands: ReturnType<Entry['stands']> = 'underway';
  const element = el('li');
  const draw = (...parts: readonly (Node | undefined)[]): void =>
    element.replaceChildren(nameOf(file.name), ...parts.filter((part) => part !== undefined));
  const fail = (why: string): void => {
    stands = 'failed';
    changed();
    const text = whyText(why, words);
    const again = button(
      { class: 'plain', 'aria-label': words.again, title: words.again },
      () => void begin(),
      glyph(GLYPHS.again),
    );
    draw(
      PASSING.includes(why) ? again : undefined,
      removeButton(words, file.name, remove),
      el('p', { class: 'fault' }, `${words.notSent} ${text}`),
    );
    heard.textContent = `${file.name}: ${words.notSent} ${text}`;
  };
  const begin = async (): Promise<void> => {
    stands = 'underway';
    changed();
    const bar = el('progress', { max: '1', 'aria-label': words.fileSending(file.name, 0) });
    bar.value = 0;
    const cancel = () => {
      cancelling.abort();
      remove();
    };
    const label = words.cancelFile(file.name);
    draw(
      button({ class: 'plain', 'aria-label': label, title: label }, cancel, glyph(GLYPHS.close)),
      bar,
    );
    const onProgress = (ratio: number): void => {
      bar.value = ratio;
      bar.setAttribute('aria-label', words.fileSending(file.name, Math.round(ratio * 100)));
    };
    const sent = await send(file, { key, onProgress, signal: cancelling.signal });
    if (!sent.ok) {
      if (sent.why !== 'cancelled') fail(sent.why);
      return;
    }
    stands = { file: sent.file, at: Date.now() };
    draw(removeButton(words, file.name, remove));
    changed();
  };
  if (file.size > FILE_BYTES_MAX) fail('file-too-large');
  else void begin();
  return { element, stands: () => stands };
}

function nameOf(name: string): HTMLElement {
  return el('span', { class: 'name', dir: 'auto' }, name);
}

function removeButton(words: Words, name: string, remove: () => void): HTMLElement {
  const label = words.removeFile(name);
  return button({ class: 'plain', 'aria-label': label, title: label }, remove, glyph(GLYPHS.close));
}

/** What may be otherwise for the same file in a moment. */
const PASSING: readonly string[] = ['lost', 'too-many-requests', 'too-many-files'];

function whyText(why: string, words: Words): string {
  const texts: Readonly<Record<string, string>> = {
    lost: words.fileLost,
    'file-too-large': words.fileTooLarge,
    'file-missing': words.fileEmpty,
    'file-kind-refused': words.fileKind,
    'entry-closed': words.closed,
    'too-many-requests': words.filesLater,
    'too-many-files': words.filesNoRoom,
  };
  return texts[why] ?? words.fileRefused;
}
