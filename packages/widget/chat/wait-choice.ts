import type { VisitorProgress, WaitChoices } from '@rapport/protocol';
import { el } from '../design/dom.ts';
import type { ThreadState, VisitorThreadClient } from '../thread/open-thread.ts';
import type { Speech } from '../words/speech.ts';
import { callbackChoice } from './callback-choice.ts';
import { waitOptions } from './wait-options.ts';

/** How long what was told of the wait may stand before it is asked anew. */
const LOOK_AGAIN_MS = 15_000;

/**
 * What the visitor may choose while he waits: for whom, where somebody who knows him is expected, or who calls
 * him. Once he is promised a call: another, or none.
 */
export function waitChoice(
  speech: Speech,
  thread: Pick<VisitorThreadClient, 'choices' | 'choose' | 'callBack' | 'cancelCallback'>,
): { readonly element: HTMLElement; readonly show: (state: ThreadState) => void } {
  let kind = 'nothing';
  let timer: ReturnType<typeof setInterval> | undefined;
  const ask = async (): Promise<void> => {
    const told = await thread.choices();
    if (told !== undefined) draw(told);
  };
  const waits = waitOptions(speech, async (agentId) => {
    await thread.choose(agentId);
    await ask();
  });
  const call = callbackChoice(speech, thread, () => void ask());
  const element = el('div', { class: 'choice', hidden: true }, waits.element, call.element);
  const draw = (told: WaitChoices): void => {
    waits.show(told);
    call.show(told);
    element.hidden = kind === 'nothing' || (waits.element.hidden && call.element.hidden);
  };

  return {
    element,
    show({ progress, isConnected }) {
      const next = isConnected ? kindOf(progress) : 'nothing';
      if (next === kind) return;
      kind = next;
      clearInterval(timer);
      if (kind === 'nothing') {
        element.hidden = true;
        return;
      }
      void ask();
      timer = setInterval(() => void ask(), LOOK_AGAIN_MS);
    },
  };
}

/** Of what there is to choose, and when that is to be asked at once. */
function kindOf(progress: VisitorProgress | undefined): string {
  if (progress?.status === 'waiting') return 'waiting';
  const { callback } = progress ?? {};
  return callback?.state === 'promised' ? `promised ${callback.dueAt}` : 'nothing';
}
