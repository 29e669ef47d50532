import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from './Markdown.tsx';

const drawn = (text: string): string =>
  renderToStaticMarkup(createElement(Markdown, { children: text }));

describe('words with a little form', () => {
  test('are bold, slanted, code, lists and quotes', () => {
    expect(drawn('**Yes**, *soon*: `x = 1`')).toBe(
      '<strong>Yes</strong>, <em>soon</em>: <code>x = 1</code>',
    );
    expect(drawn('Two:\n- one\n- two')).toBe('Two:<ul><li>one</li><li>two</li></ul>');
    expect(drawn('1. one\n2. two')).toBe('<ol><li>one</li><li>two</li></ol>');
    expect(drawn('> he said')).toBe('<blockquote>he said</blockquote>');
    expect(drawn('```\n**no**\n```')).toBe('<pre>**no**</pre>');
  });

  test('stay as they were typed where they are no form', () => {
    for (const text of ['2 * 3 * 4', 'snake_case_name', '5 < 6', 'a*b', '** **']) {
      expect(drawn(text)).toBe(text.replace('<', '&lt;'));
    }
  });

  test('carry no HTML and lead to no script', () => {
    const html = drawn('<img src=x onerror=alert(1)> [go](javascript:alert(1)) <a href="x">');
    expect(html).not.toMatch(/<(img|a)\b/u);
    expect(html).toContain('[go](javascript:alert(1))');
  });

  test('lead to the web, say where, and tell the other site nothing', () => {
    const rel = 'rel="noopener noreferrer nofollow ugc"';
    expect(drawn('See https://example.org/a?b=1.')).toBe(
      `See <a href="https://example.org/a?b=1" target="_blank" ${rel}>https://example.org/a?b=1</a>.`,
    );
    expect(drawn('[My bank](https://elsewhere.example/x)')).toContain(
      'My bank (elsewhere.example)',
    );
  });
});
