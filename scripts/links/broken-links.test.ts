import { describe, expect, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';

const files = new Set(['docs/a.md', 'docs/b.md', 'docs/guide', 'README.md', 'packages/core/a.ts']);

function check(text: string) {
  const pages = new Map([
    ['docs/a.md', text],
    ['docs/b.md', '# Two Words\n\n## `code` & more!\n\n## Two words\n\n```sh\n# no heading\n```\n'],
  ]);
  return brokenLinks({ pages, exists: (path) => files.has(path) });
}

describe('brokenLinks', () => {
  test.each([
    ['[missing](c.md)', 'docs/a.md links to c.md, which is not there'],
    ['![picture](pictures/x.png)', 'docs/a.md links to pictures/x.png, which is not there'],
    ['[up and out](../../x.md)', 'docs/a.md links to ../../x.md, which is not there'],
    ['[from the root](/docs/b.md)', 'docs/a.md links to /docs/b.md: links are relative'],
    [
      '[heading](b.md#three-words)',
      'docs/a.md links to b.md#three-words: there is no such heading',
    ],
    ['[comment](b.md#no-heading)', 'there is no such heading'],
    ['# Here\n[own heading](#there)', 'there is no such heading'],
    ['[defined][x]\n\n[x]: c.md', 'docs/a.md links to c.md, which is not there'],
    ['see `packages/core/b.ts`', 'docs/a.md names packages/core/b.ts, which is not there'],
  ])('finds %j', (text, says) => {
    expect(check(text)).toEqual([expect.stringContaining(says)]);
  });

  test.each([
    '[page](b.md) [folder](guide) [up](../README.md)',
    '[a](b.md#two-words) [b](b.md#code--more) [c](b.md#two-words-1)',
    '# Here\n[own heading](#here)',
    '[elsewhere](https://example.org/x) <mailto:a@example.org>',
    '```md\n[in code](c.md) `packages/none.ts`\n```',
    '`packages/core/a.ts`, `docs/decisions/NNNN-title.md`, `packages/*/x.ts`, `npm run docs`',
  ])('passes %j', (text) => {
    expect(check(text)).toEqual([]);
  });
});
