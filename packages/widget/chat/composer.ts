import { VISITOR_TEXT_MAX } from '../design/limits.ts';
import { button, el, glyph, GLYPHS } from '../design/dom.ts';
import type { Keeping } from '../thread/keep.ts';
import type { Said } from '../thread/visitor-api.ts';
import type { Words } from '../words/en.ts';
import type { FileTray } from './file-tray.ts';

export interface Composer {
  readonly element: HTMLElement;
  readonly focus: () => void;
}

interface ComposerRooms {
  readonly words: Words;
  readonly keeping: Keeping;
  readonly tray: FileTray;
  readonly typed: () => void;
  /** Returns false where something else is missing first. */
  readonly send: (said: Said) => boolean;
}

/**
 * Where somebody writes. Enter sends, and Shift Enter begins a line; what is not sent yet is there
 * again when the page is. Files that go with no words go with their names.
 */
export function composer({ words, keeping, tray, typed, send }: ComposerRooms): Composer {
  const field = el('textarea', {
    rows: '1',
    'aria-label': words.message,
    placeholder: words.messageHint,
    maxlength: String(VISITOR_TEXT_MAX),
    dir: 'auto',
  });
  field.value = keeping.get('draft') ?? '';
  takeFiles(field, 'paste', tray);
  const fit = (): void => {
    field.style.blockSize = 'auto';
    if (field.scrollHeight > 0)
      field.style.blockSize = `${Math.min(field.scrollHeight + 2, 140)}px`;
  };
  const trySend = (): void => {
    const text = field.value.trim();
    const attachments = tray.take();
    if (attachments === undefined || (text === '' && attachments.length === 0)) return;
    const piiText = text === '' ? attachments.map(({ piiName }) => piiName).join('\n') : text;
    if (!send({ piiText, ...(attachments.length > 0 && { attachments }) })) return;
    tray.clear();
    field.value = '';
    keeping.set('draft', undefined);
    fit();
    field.focus();
  };
  const sendButton = button(
    { class: 'send', 'aria-label': words.send, title: words.send },
    trySend,
    glyph(GLYPHS.send),
  );
  field.addEventListener('input', () => {
    keeping.set('draft', field.value === '' ? undefined : field.value);
    fit();
    if (field.value !== '') typed();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    trySend();
  });
  const row = el('div', { class: 'composer' }, tray.choose, field, sendButton);
  const element = el('div', { class: 'write' }, tray.element, row);
  element.addEventListener('dragover', (event) => event.preventDefault());
  takeFiles(element, 'drop', tray);
  return {
    element,
    focus() {
      fit();
      field.focus();
    },
  };
}

/** Takes in the files that are pasted or dropped there; words go where they would. */
function takeFiles(element: HTMLElement, how: 'paste' | 'drop', tray: FileTray): void {
  element.addEventListener(how, (event: ClipboardEvent | DragEvent) => {
    const brought = event instanceof ClipboardEvent ? event.clipboardData : event.dataTransfer;
    const files = brought?.files ?? [];
    if (files.length === 0) return;
    event.preventDefault();
    tray.add(files);
  });
}
