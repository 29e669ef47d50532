/** How long an id or a code may be. */
export const TEXT_LENGTH_MAX = 200;

const PLAIN = /^\P{C}+$/u;

/** Whether `text` can be an id or a code: visible characters and spaces, at least one, not too many. */
export function isPlainText(text: string): boolean {
  return text.length <= TEXT_LENGTH_MAX && PLAIN.test(text);
}
