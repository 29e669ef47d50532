/** The form in which addresses are kept and compared: one person types his in many ways. */
export function foldEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
