/** The calling codes that somebody has typed: undefined for none typed, empty where he writes a word for nobody. */
export function codesOf(text: string): readonly string[] | undefined {
  if (text.trim() === '') return undefined;
  return text.split(/\D+/u).filter((code) => code !== '');
}

/** How they are typed; `nobody` is the word for none. */
export function codesText(codes: readonly string[] | undefined, nobody: string): string {
  if (codes === undefined) return '';
  return codes.length === 0 ? nobody : codes.map((code) => `+${code}`).join(', ');
}
