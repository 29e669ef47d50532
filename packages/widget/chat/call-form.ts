import type { AskedCallback, CallbackChoice } from '@rapport/protocol';
import { button, el, setText } from '../design/dom.ts';
import { field } from '../design/field.ts';
import type { Refused } from '../thread/visitor-api.ts';
import type { Words } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { momentList } from './moment-list.ts';

export interface CallForm {
  readonly element: HTMLElement;
  readonly focus: () => void;
  readonly show: (callbacks: readonly CallbackChoice[], knownNumber: string | undefined) => void;
}

interface CallActs {
  /** Returns why the call is not to be had. */
  readonly ask: (call: AskedCallback) => Promise<Refused | undefined>;
  readonly leave: () => void;
}

/** The moments, the number, and what is wrong with them. */
export function callForm(speech: Speech, { ask, leave }: CallActs): CallForm {
  const { words } = speech;
  const fault = el('p', { class: 'fault', role: 'alert', hidden: true });
  const moments = momentList(speech, {
    onChoose: () => setText(fault, ''),
    onLose: () => setText(fault, words.callRefused),
  });
  const phone = field('call-phone', words.phone, {
    hint: words.phoneWhy,
    attributes: { type: 'tel', autocomplete: 'tel', maxlength: '40', dir: 'ltr' },
  });
  const send = el('button', { type: 'submit', class: 'option go' }, words.callThen);
  const element = el(
    'form',
    { 'aria-label': words.callWhen, novalidate: true },
    el('p', {}, words.callWhen),
    moments.element,
    phone.element,
    fault,
    el('div', { class: 'options' }, send, button({ class: 'option' }, leave, words.callLeave)),
  );
  const submit = async (): Promise<void> => {
    const [call, piiPhone] = [moments.chosen(), phone.value()];
    phone.setFault(piiPhone === '' ? words.phoneNeeded : undefined);
    setText(fault, call === undefined ? words.callMomentNeeded : '');
    if (call === undefined) moments.focus();
    else if (piiPhone === '') phone.input.focus();
    else {
      send.disabled = true;
      const refused = await ask({ ...call, piiPhone });
      send.disabled = false;
      const isNumber = refused?.field === 'piiPhone';
      phone.setFault(isNumber ? words.phoneRefused : undefined);
      if (isNumber) phone.input.focus();
      else {
        if (refused?.type !== 'unreached') moments.forget();
        setText(fault, faultOf(refused, words));
      }
    }
  };
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  return {
    element,
    focus: moments.focus,
    show(callbacks, knownNumber) {
      if (phone.input.value === '' && knownNumber !== undefined) phone.input.value = knownNumber;
      moments.show(callbacks);
    },
  };
}

function faultOf(refused: Refused | undefined, words: Words): string {
  if (refused === undefined) return '';
  return refused.type === 'unreached' ? words.notSent : words.callRefused;
}
