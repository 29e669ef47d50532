/** Sets a table; no rows, no table. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

/** Sets text as code, also when it holds backticks. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** The first sentence of a docstring, on one line: what a table has room for. */
export function firstSentence(text: string): string {
  const paragraph = oneLine(text.split('\n\n')[0] ?? '');
  return /^.*?[.!?](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph;
}

/** A docstring as paragraphs, each on one line. */
export function paragraphs(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\n{2,}/).flatMap((each) => [oneLine(each), '']);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function cellText(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}
