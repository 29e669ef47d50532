import type { CallbackChoice } from '@rapport/protocol';
import { button, el } from '../design/dom.ts';
import type { Speech } from '../words/speech.ts';
import { callsIn, keyOf, type Call } from './calls-in.ts';

/** The moments at which somebody could call, one of which is chosen; it stays so while it may be had. */
export interface MomentList {
  readonly element: HTMLElement;
  readonly chosen: () => Call | undefined;
  /** What was chosen is asked for, or is not to be had. */
  readonly forget: () => void;
  readonly focus: () => void;
  readonly show: (callbacks: readonly CallbackChoice[]) => void;
}

interface MomentListActs {
  readonly onChoose: () => void;
  /** What was chosen is no longer to be had. */
  readonly onLose: () => void;
}

export function momentList({ time }: Speech, { onChoose, onLose }: MomentListActs): MomentList {
  const element = el('div', { class: 'options' });
  let chosen: Call | undefined;
  let drawn = '';
  const choose = (call: Call | undefined): void => {
    chosen = call;
    const key = call && keyOf(call);
    for (const each of element.children) {
      each.setAttribute('aria-pressed', String(each.getAttribute('data-call') === key));
    }
  };
  const optionFor = (label: string, call: Call): HTMLElement =>
    button(
      { class: 'option', 'data-call': keyOf(call) },
      () => {
        choose(call);
        onChoose();
      },
      label,
    );
  return {
    element,
    chosen: () => chosen,
    forget: () => choose(undefined),
    focus: () => (element.firstElementChild as HTMLElement | null)?.focus(),
    show(callbacks) {
      // Only what is news: who has the focus there keeps it.
      const text = JSON.stringify(callbacks);
      if (text === drawn) return;
      drawn = text;
      const focused = [...element.children].findIndex((each) => each.matches(':focus'));
      const { calls, kept } = callsIn(callbacks, chosen);
      element.replaceChildren(
        ...calls.map(({ piiName, ...call }) => optionFor(`${piiName}, ${time(call.dueAt)}`, call)),
      );
      if (chosen !== undefined && kept === undefined) onLose();
      choose(kept);
      const place = element.children[focused];
      if (place instanceof HTMLElement) place.focus();
    },
  };
}
