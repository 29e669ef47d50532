import type { PromisedCallback, WaitChoices } from '@rapport/protocol';
import { button, el, setText } from '../design/dom.ts';
import type { VisitorThreadClient } from '../thread/open-thread.ts';
import type { Words } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { callForm } from './call-form.ts';

/**
 * Who calls the visitor and when, where somebody who knows him can: he chooses a moment, says at which number,
 * and may choose anew or want no call any more. `renew` is called when something has come of it.
 */
export function callbackChoice(
  speech: Speech,
  { callBack, cancelCallback }: Pick<VisitorThreadClient, 'callBack' | 'cancelCallback'>,
  renew: () => void,
): { readonly element: HTMLElement; readonly show: (told: WaitChoices) => void } {
  const { words } = speech;
  const promised = el('p', { class: 'promised', role: 'status', hidden: true });
  const begin = button({ class: 'option' }, () => open(true), words.callMe);
  const end = (): void => void cancelCallback().then(renew);
  const cancel = button({ class: 'option' }, end, words.callCancel);
  const acts = el('div', { class: 'options' }, begin, cancel);
  const form = callForm(speech, {
    ask: async (call) => {
      const refused = await callBack(call);
      if (refused === undefined) open(false);
      renew();
      return refused;
    },
    leave: () => open(false),
  });
  form.element.hidden = true;
  const open = (isOpen: boolean): void => {
    form.element.hidden = !isOpen;
    acts.hidden = isOpen;
    if (isOpen) form.focus();
    else begin.focus();
  };
  const about = el('p', { hidden: true });
  const element = el('div', { class: 'call', hidden: true }, promised, about, acts, form.element);
  return {
    element,
    show({ callback, callbacks }) {
      element.hidden = callback === undefined && callbacks.length === 0;
      setText(
        promised,
        callback === undefined
          ? ''
          : words.callPromised(callback.piiName, speech.when(callback.dueAt)),
      );
      setText(about, callback === undefined ? '' : aboutText(callback, words));
      setText(begin, callback === undefined ? words.callMe : words.callAnew);
      begin.hidden = callbacks.length === 0;
      cancel.hidden = callback === undefined;
      form.show(callbacks, callback?.piiPhone);
    },
  };
}

/** At which number, and what else may be done until then. */
function aboutText({ piiPhone }: PromisedCallback, words: Words): string {
  return piiPhone === undefined
    ? words.callWrite
    : `${words.callAtNumber(piiPhone)} ${words.callWrite}`;
}
