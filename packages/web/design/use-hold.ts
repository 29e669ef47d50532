import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What keeps a list where it is: for the element that holds it. */
export interface Hold<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: React.FocusEvent) => void;
  readonly onBlur: (event: React.FocusEvent) => void;
}

/**
 * Tells when somebody begins to point at an element or to have the focus in it, and when neither is so
 * any more. The focus on the element itself, where F6 puts it, is not yet in it.
 */
export function useHold<Element extends HTMLElement>(
  onChange: (isHeld: boolean) => void,
): Hold<Element> {
  const ref = useRef<Element>(null);
  const reasons = useRef({ pointer: false, focus: false });
  const set = (reason: 'pointer' | 'focus', isSo: boolean): void => {
    if (reasons.current[reason] === isSo) return;
    reasons.current[reason] = isSo;
    onChange(reasons.current.pointer || reasons.current.focus);
  };
  useLayoutEffect(() => {
    // No event tells that what had the focus has been taken away with it.
    if (reasons.current.focus && !hasFocusIn(ref.current)) set('focus', false);
  });
  return {
    ref,
    onPointerEnter: () => set('pointer', true),
    onPointerLeave: () => set('pointer', false),
    onFocus: ({ currentTarget, target }) => set('focus', target !== currentTarget),
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) set('focus', false);
    },
  };
}

function hasFocusIn(element: HTMLElement | null): boolean {
  const { activeElement } = document;
  return element !== activeElement && element?.contains(activeElement) === true;
}
