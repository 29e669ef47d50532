import type { WaitChoices } from '@rapport/protocol';
import { button, el } from '../design/dom.ts';
import type { ThreadState, VisitorThreadClient } from '../thread/open-thread.ts';
import type { Speech } from '../words/speech.ts';

/** How long what was told of the wait may stand before it is asked anew. */
const LOOK_AGAIN_MS = 15_000;

/**
 * For whom the visitor waits, while he does and somebody who knows him is expected: for one of those, or for
 * whoever is free first, each with how long that takes where the centre can say it honestly.
 */
export function waitChoice(
  { words, duration }: Speech,
  { choices, choose }: Pick<VisitorThreadClient, 'choices' | 'choose'>,
): { readonly element: HTMLElement; readonly show: (state: ThreadState) => void } {
  const options = el('div', { class: 'options' });
  const element = el(
    'div',
    { class: 'choice', role: 'group', 'aria-label': words.waitFor, hidden: true },
    el('p', {}, words.waitFor),
    options,
  );
  let isWaiting = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let drawn = '';

  const ask = async (): Promise<void> => {
    const told = await choices();
    if (told !== undefined) draw(told);
  };
  const take = async (agentId: string | undefined): Promise<void> => {
    for (const option of options.querySelectorAll('button')) option.disabled = true;
    await choose(agentId);
    drawn = '';
    await ask();
  };
  const draw = (told: WaitChoices): void => {
    element.hidden = !isWaiting || told.agents.length === 0;
    // Only what is news: who has the focus there keeps it.
    const text = JSON.stringify([told.agents.map(labelOf), anybodyLabel(told), told.chosenId]);
    if (text === drawn) return;
    drawn = text;
    const focused = [...options.children].findIndex((option) => option.matches(':focus'));
    options.replaceChildren(
      ...told.agents.map((agent) =>
        option(labelOf(agent), told.chosenId === agent.agentId, () => void take(agent.agentId)),
      ),
      option(anybodyLabel(told), told.chosenId === undefined, () => void take(undefined)),
    );
    const again = options.children[focused];
    if (again instanceof HTMLElement) again.focus();
  };
  const labelOf = ({ piiName, wait }: WaitChoices['agents'][number]): string =>
    wait === undefined ? piiName : words.waitAbout(piiName, duration(wait.evenMs));
  const anybodyLabel = ({ anybodyMs }: WaitChoices): string =>
    anybodyMs === undefined ? words.anybody : words.waitAbout(words.anybody, duration(anybodyMs));

  return {
    element,
    show({ progress, isConnected }) {
      const waits = progress?.status === 'waiting' && isConnected;
      if (waits === isWaiting) return;
      isWaiting = waits;
      clearInterval(timer);
      element.hidden = true;
      if (!waits) return;
      void ask();
      timer = setInterval(() => void ask(), LOOK_AGAIN_MS);
    },
  };
}

function option(label: string, isChosen: boolean, act: () => void): HTMLButtonElement {
  return button({ class: 'option', 'aria-pressed': String(isChosen) }, act, label);
}
