import type { WaitChoices } from '@rapport/protocol';
import { button, el } from '../design/dom.ts';
import type { Speech } from '../words/speech.ts';

/**
 * For whom the visitor waits, where somebody who knows him is expected: for one of those, or for whoever is free
 * first, each with how long that takes where the centre can say it honestly.
 */
export function waitOptions(
  { words, duration }: Speech,
  choose: (agentId: string | undefined) => Promise<void>,
): { readonly element: HTMLElement; readonly show: (told: WaitChoices) => void } {
  const options = el('div', { class: 'options' });
  const element = el(
    'div',
    { role: 'group', 'aria-label': words.waitFor },
    el('p', {}, words.waitFor),
    options,
  );
  let drawn = '';
  const take = async (agentId: string | undefined): Promise<void> => {
    for (const option of options.querySelectorAll('button')) option.disabled = true;
    drawn = '';
    await choose(agentId);
  };
  const labelOf = ({ piiName, wait }: WaitChoices['agents'][number]): string =>
    wait === undefined ? piiName : words.waitAbout(piiName, duration(wait.evenMs));
  const anybodyLabel = ({ anybodyMs }: WaitChoices): string =>
    anybodyMs === undefined ? words.anybody : words.waitAbout(words.anybody, duration(anybodyMs));

  return {
    element,
    show(told) {
      element.hidden = told.agents.length === 0;
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
    },
  };
}

function option(label: string, isChosen: boolean, act: () => void): HTMLButtonElement {
  return button({ class: 'option', 'aria-pressed': String(isChosen) }, act, label);
}
