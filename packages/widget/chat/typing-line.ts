import { el, setText } from '../design/dom.ts';
import type { ThreadState } from '../thread/open-thread.ts';
import type { Speech } from '../words/speech.ts';

/** Who writes at this moment; its place is there also while nobody does, so that nothing jumps. */
export function typingLine({ words }: Speech): {
  readonly element: HTMLElement;
  readonly show: (state: ThreadState) => void;
} {
  const text = el('p', { class: 'by', dir: 'auto' });
  return {
    element: el('div', { class: 'typing', role: 'status' }, text),
    show({ isTyping, progress, isConnected }) {
      const name = progress?.agentName;
      const told = name === undefined ? words.somebodyTypes : words.typing(name);
      setText(text, isTyping && isConnected ? told : '');
    },
  };
}
