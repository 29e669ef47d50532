import { el } from '../design/dom.ts';
import { PAGE } from '../design/page-styles.ts';
import { PARTS } from '../design/styles.ts';
import { tokensOf } from '../design/tokens.ts';
import type { Speech } from '../words/speech.ts';

/** Makes the page ours, and returns where its parts go. */
export function showPage({ language }: Speech): HTMLElement {
  document.documentElement.lang = language;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokensOf(':root', (scheme) => `:root[data-scheme='${scheme}']`) + PARTS + PAGE);
  document.adoptedStyleSheets = [sheet];
  const main = el('main');
  document.body.append(el('div', { class: 'root' }, main));
  return main;
}

/** The address of the page on which a request is followed: its token stays out of every request. */
export function statusAddress(entryId: string, token: string): string {
  return `${location.origin}/status/${entryId}#${token}`;
}
