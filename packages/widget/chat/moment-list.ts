import type { AskedCallback, CallbackChoice } from '@rapport/protocol';
import { button, el } from '../design/dom.ts';
import type { Speech } from '../words/speech.ts';

/** A call that could be promised: by whom, and when. */
export type Call = Pick<AskedCallback, 'agentId' | 'dueAt'>;

/** The moments at which somebody could call, one of which is chosen; it stays so while it is there. */
export interface MomentList {
  readonly element: HTMLElement;
  readonly chosen: () => Call | undefined;
  readonly focus: () => void;
  readonly show: (callbacks: readonly CallbackChoice[]) => void;
}

export function momentList({ time }: Speech, onChoose: () => void): MomentList {
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
    focus: () => (element.firstElementChild as HTMLElement | null)?.focus(),
    show(callbacks) {
      // Only what is news: who has the focus there keeps it.
      const text = JSON.stringify(callbacks);
      if (text === drawn) return;
      drawn = text;
      const focused = [...element.children].findIndex((each) => each.matches(':focus'));
      const calls = callbacks.flatMap(({ agentId, piiName, moments }) =>
        moments.map((dueAt) => ({ agentId, dueAt, piiName })),
      );
      element.replaceChildren(
        ...calls.map(({ piiName, ...call }) => optionFor(`${piiName}, ${time(call.dueAt)}`, call)),
      );
      const before = chosen && keyOf(chosen);
      choose(calls.find((call) => keyOf(call) === before));
      const place = element.children[focused];
      if (place instanceof HTMLElement) place.focus();
    },
  };
}

function keyOf({ agentId, dueAt }: Call): string {
  return `${agentId} ${dueAt}`;
}
