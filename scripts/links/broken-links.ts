import { posix } from 'node:path';

/** The repository as links see it. */
export interface LinkTargets {
  /** Markdown pages by path from the root. */
  readonly pages: ReadonlyMap<string, string>;
  /** Whether a file or a folder is there. */
  readonly exists: (path: string) => boolean;
}

/**
 * Finds, in every page, links to files and headings that are not there, and paths set as code
 * (`packages/core/decide.ts`) that lead nowhere. Foreign addresses are not asked.
 */
export function brokenLinks(targets: LinkTargets): readonly string[] {
  return [...targets.pages].flatMap(([path, text]) => {
    const prose = withoutCodeBlocks(text);
    return [
      ...linksIn(prose).flatMap((link) => faultOfLink(path, link, targets)),
      ...pathsIn(prose)
        .filter((named) => !targets.exists(named))
        .map((named) => `${path} names ${named}, which is not there`),
    ];
  });
}

function faultOfLink(
  from: string,
  link: string,
  { pages, exists }: LinkTargets,
): readonly string[] {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return [];
  if (link.startsWith('/')) return [`${from} links to ${link}: links are relative to their page`];
  const [file = '', heading] = link.split('#');
  const target = file === '' ? from : posix.join(posix.dirname(from), decodeURI(file));
  if (target.startsWith('../') || !exists(target)) {
    return [`${from} links to ${link}, which is not there`];
  }
  const page = pages.get(target);
  if (heading === undefined || page === undefined || headingsIn(page).has(heading)) return [];
  return [`${from} links to ${link}: there is no such heading`];
}

function linksIn(prose: string): readonly string[] {
  const inline = prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g);
  const defined = prose.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)>?/gm);
  return [...inline, ...defined].map((match) => match[1] ?? '');
}

/** Paths of this repository set as code; a pattern is none, nor is one with a CAPITAL placeholder. */
function pathsIn(prose: string): readonly string[] {
  const codes = [...prose.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map((match) => match[1] ?? '');
  return codes.filter(
    (code) =>
      /^(?:packages|scripts|docs|examples|bench|\.ci)\/[\w./-]+$/.test(code) &&
      !/\/[A-Z]{4,}(?!\.md)/.test(code),
  );
}

/** The anchors that forges make of headings: lower case, hyphens for spaces, no punctuation. */
function headingsIn(page: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutCodeBlocks(page).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

function withoutCodeBlocks(text: string): string {
  return text.replace(/^( *)(```+|~~~+)[^]*?^\1\2 *$/gm, '');
}
