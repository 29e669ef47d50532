import { VISITOR_TEXT_MAX } from '../design/limits.ts';
import { button, el, glyph, GLYPHS } from '../design/dom.ts';
import type { Keeping } from '../thread/keep.ts';
import type { Words } from '../words/en.ts';

export interface Composer {
  readonly element: HTMLElement;
  readonly focus: () => void;
}

/**
 * Where somebody writes. Enter sends, and Shift Enter begins a line; what is not sent yet is there
 * again when the page is. `send` returns false where something else is missing first.
 */
export function composer(
  words: Words,
  keeping: Keeping,
  send: (text: string) => boolean,
): Composer {
  const field = el('textarea', {
    rows: '1',
    'aria-label': words.message,
    placeholder: words.messageHint,
    maxlength: String(VISITOR_TEXT_MAX),
    dir: 'auto',
  });
  field.value = keeping.get('draft') ?? '';
  const fit = (): void => {
    field.style.blockSize = 'auto';
    if (field.scrollHeight > 0)
      field.style.blockSize = `${Math.min(field.scrollHeight + 2, 140)}px`;
  };
  const trySend = (): void => {
    const text = field.value.trim();
    if (text === '' || !send(text)) return;
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
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    trySend();
  });
  return {
    element: el('div', { class: 'composer' }, field, sendButton),
    focus() {
      fit();
      field.focus();
    },
  };
}
