import { Fragment, type ReactNode } from 'react';

/**
 * Words with a little form: paragraphs, lists, quotes, **bold**, *slanted*, `code` and links. Anything
 * else, HTML too, is shown as it was typed.
 */
export function Markdown({ children }: { readonly children: string }) {
  return <>{blocksOf(children).map(drawBlock)}</>;
}

interface Block {
  readonly kind: 'text' | 'bullets' | 'numbers' | 'quote' | 'code';
  readonly lines: readonly string[];
}

const MARKS = {
  bullets: /^\s*[-*•]\s+/u,
  numbers: /^\s*\d{1,3}[.)]\s+/u,
  quote: /^>\s?/u,
} as const;

function blocksOf(text: string): readonly Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = [];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      isCode = !isCode;
      if (isCode) blocks.push({ kind: 'code', lines: [] });
      continue;
    }
    const kind = isCode ? 'code' : kindOf(line);
    const last = blocks.at(-1);
    const rest = kind === 'text' || kind === 'code' ? line : line.replace(MARKS[kind], '');
    if (last?.kind === kind) last.lines.push(rest);
    else blocks.push({ kind, lines: [rest] });
  }
  return blocks;
}

function kindOf(line: string): Exclude<Block['kind'], 'code'> {
  for (const kind of ['bullets', 'numbers', 'quote'] as const) {
    if (MARKS[kind].test(line)) return kind;
  }
  return 'text';
}

function drawBlock({ kind, lines }: Block, index: number): ReactNode {
  const items = lines.map((line, at) => <li key={at}>{inline(line)}</li>);
  switch (kind) {
    case 'bullets':
      return <ul key={index}>{items}</ul>;
    case 'numbers':
      return <ol key={index}>{items}</ol>;
    case 'quote':
      return <blockquote key={index}>{inline(lines.join('\n'))}</blockquote>;
    case 'code':
      return <pre key={index}>{lines.join('\n')}</pre>;
    case 'text':
      return <Fragment key={index}>{inline(lines.join('\n').replace(/^\n+|\n+$/gu, ''))}</Fragment>;
  }
}

/** What stands between the marks has none of the same; a link leads to the web or to an address. */
const INLINE =
  /`([^`\n]+)`|\*\*([^*\s](?:[^*\n]*[^*\s])?)\*\*|(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])|(?<![\w_])_([^_\s][^_\n]*)_(?![\w_])|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/gu;

function inline(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(<Fragment key={match.index}>{drawInline(match)}</Fragment>);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

function drawInline([
  whole,
  code,
  bold,
  starred,
  lined,
  name,
  address,
]: RegExpMatchArray): ReactNode {
  if (code !== undefined) return <code>{code}</code>;
  if (bold !== undefined) return <strong>{inline(bold)}</strong>;
  const slanted = starred ?? lined;
  if (slanted !== undefined) return <em>{slanted}</em>;
  // Words may say another address than the one behind them; the site that opens is told nothing of us.
  return (
    <a href={address ?? whole} target="_blank" rel="noopener noreferrer nofollow ugc">
      {name ?? whole}
      {name !== undefined && ` (${hostOf(address)})`}
    </a>
  );
}

function hostOf(address: string | undefined): string {
  return URL.parse(address ?? '')?.host ?? '';
}
