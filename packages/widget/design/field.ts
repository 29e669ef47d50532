import { el } from './dom.ts';

export interface Field {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  readonly value: () => string;
  /** Says what is wrong where it is; undefined when it is well. */
  readonly setFault: (fault: string | undefined) => void;
}

/** A field with its name above it and, where something is wrong, what that is below it. */
export function field(
  id: string,
  label: string,
  more: { readonly hint?: string; readonly attributes?: Readonly<Record<string, string>> } & {
    readonly isLong?: boolean;
  } = {},
): Field {
  const { hint, attributes = {}, isLong = false } = more;
  const input = el(isLong ? 'textarea' : 'input', { id, dir: 'auto', ...attributes });
  const fault = el('span', { class: 'fault', id: `${id}-fault`, hidden: true });
  const hints =
    hint === undefined ? undefined : el('span', { class: 'hint', id: `${id}-hint` }, hint);
  const describe = (isFaulty: boolean): void => {
    const ids = [isFaulty ? `${id}-fault` : '', hints === undefined ? '' : `${id}-hint`];
    const described = ids.filter((each) => each !== '').join(' ');
    if (described === '') input.removeAttribute('aria-describedby');
    else input.setAttribute('aria-describedby', described);
  };
  describe(false);
  return {
    element: el('div', { class: 'field' }, el('label', { for: id }, label), input, hints, fault),
    input,
    value: () => input.value.trim(),
    setFault(text) {
      fault.textContent = text ?? '';
      fault.hidden = text === undefined;
      if (text === undefined) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
      describe(text !== undefined);
    },
  };
}

/** Whether a text may be an e-mail address; the centre looks closer. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
