/** Moves the focus to the next or previous pane of the screen, round and round; false without panes. */
export function focusPane(step: 1 | -1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>('main .pane')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next =
    at === -1 && step === -1 ? panes.length - 1 : (at + step + panes.length) % panes.length;
  const pane = panes[next];
  pane?.focus();
  return pane !== undefined;
}
