/** How long an id or a code may be. */
export const TEXT_LENGTH_MAX = 200;

// Controls, invisible marks and halves of characters; not \p{C}, which also holds what the engine's
// Unicode version does not know yet.
const PLAIN = /^[^\p{Cc}\p{Cf}\p{Cs}]+$/u;

/** Whether `text` can be an id or a code: visible characters and spaces, at least one, not too many. */
export function isPlainText(text: string): boolean {
  if (text.length === 0 || isTooLong(text)) return false;
  // Nearly every id is ASCII, and every command is asked: the pattern costs ten times as much.
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return PLAIN.test(text);
  }
  return true;
}

/** Counts characters, as JSON Schema does: one beyond the first 65,536 has two code units. */
function isTooLong(text: string): boolean {
  if (text.length <= TEXT_LENGTH_MAX) return false;
  return text.length > 2 * TEXT_LENGTH_MAX || Array.from(text).length > TEXT_LENGTH_MAX;
}
