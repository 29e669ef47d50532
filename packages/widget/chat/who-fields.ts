import { field, isEmail } from '../design/field.ts';
import { el } from '../design/dom.ts';
import type { Keeping } from '../thread/keep.ts';
import type { Words } from '../words/en.ts';

/** Who somebody is, as far as he tells before his first words. */
export interface WhoFields {
  readonly element: HTMLElement;
  /** What he has told; undefined where something is wrong, which is said and focused. */
  readonly read: (isEmailNeeded: boolean) => Who | undefined;
}

interface Who {
  readonly piiName?: string;
  readonly piiEmail?: string;
}

export function whoFields(words: Words, keeping: Keeping): WhoFields {
  const name = field('name', words.nameOptional, {
    attributes: { autocomplete: 'name', maxlength: '200' },
  });
  const email = field('email', words.emailOptional, {
    hint: words.emailWhy,
    attributes: { type: 'email', autocomplete: 'email', maxlength: '254' },
  });
  for (const [key, { input }] of Object.entries({ name, email })) {
    input.value = keeping.get(key) ?? '';
    input.addEventListener('input', () => keeping.set(key, input.value || undefined));
  }
  return {
    element: el('div', { class: 'who' }, name.element, email.element),
    read(isEmailNeeded) {
      const address = email.value();
      const isWrong = address === '' ? isEmailNeeded : !isEmail(address);
      email.setFault(isWrong ? words.emailNeeded : undefined);
      if (isWrong) {
        email.input.focus();
        return undefined;
      }
      return {
        ...(name.value() !== '' && { piiName: name.value() }),
        ...(address !== '' && { piiEmail: address }),
      };
    },
  };
}
