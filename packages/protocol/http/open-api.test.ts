import { expect, test } from 'vitest';
import { openApiDocument } from './open-api.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

const { paths, components } = openApiDocument('1.2.3');

test('describes every route once, with who may call it', () => {
  const described = Object.values(paths).flatMap((path) => Object.values(path));
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(
    Object.keys(ROUTES).sort(),
  );
  const { security, description } = paths['/api/v1/work']?.['post'] ?? {};
  expect(security).toEqual([{ key: ['work:receive'] }, { session: [] }]);
  expect(description).toBe(
    'For attendant, agent, supervisor, administrator; for keys with the scope `work:receive`.',
  );
});

test('describes what goes in and what comes out', () => {
  const complete = paths['/api/v1/work/{workId}/complete']?.['post'];
  expect(complete?.parameters.map(({ name, in: place }) => [name, place])).toEqual([
    ['workId', 'path'],
    ['Idempotency-Key', 'header'],
  ]);
  expect(Object.keys(complete?.responses ?? {})).toEqual(['200', 'default']);
  const list = paths['/api/v1/bonds']?.['get'];
  const required = list?.parameters.filter((parameter) => parameter.required);
  expect(required?.map(({ name }) => name)).toEqual(['ownerId']);
  expect(list?.requestBody).toBeUndefined();
});

test('says in words what every pattern expects', () => {
  const patterns: Readonly<Record<string, unknown>>[] = [];
  JSON.stringify(paths, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'pattern' in value)
      patterns.push({ ...value });
    return value;
  });
  expect(patterns.length).toBeGreaterThan(100);
  for (const { pattern, description } of patterns) {
    expect([pattern, description]).toEqual([pattern, expect.stringMatching(/^[A-Z].*\.$|`\.$/)]);
  }
});

test('is plain JSON, and every reference leads somewhere', () => {
  const text = JSON.stringify({ paths, components });
  expect(JSON.parse(text)).toEqual({ paths, components });
  for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = reference
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], JSON.parse(text));
    expect(target).toBeDefined();
  }
});

test('shows an example of every text that has a pattern and goes in', () => {
  const texts: { readonly pattern: string; readonly examples?: readonly string[] }[] = [];
  for (const { requestBody, parameters } of Object.values(paths).flatMap(Object.values)) {
    JSON.stringify([requestBody, parameters], (_key, value: unknown) => {
      const isText = typeof value === 'object' && value !== null && 'pattern' in value;
      // A cursor is handed back, and nobody writes one.
      if (isText && !('description' in value && String(value.description).includes('nextCursor')))
        texts.push(value as (typeof texts)[number]);
      return value;
    });
  }
  expect(texts.length).toBeGreaterThan(100);
  for (const { pattern, examples = [] } of texts) {
    expect([pattern, examples.length]).toEqual([pattern, 1]);
    for (const example of examples) expect(example).toMatch(new RegExp(pattern, 'u'));
  }
});

/** Secrets are hashed as they are, cursors are read by their own rule, files are read as files. */
const MAY_HOLD_ZERO_BYTES = /(password|newPassword|token|cursor|known)$/iu;

test('lets no zero byte in, which PostgreSQL keeps in no text', () => {
  const open: string[] = [];
  for (const [name, { params, query, body, ...route }] of Object.entries<Route>(ROUTES)) {
    const parts = 'upload' in route ? { params, query } : { params, query, body };
    JSON.stringify(parts, (key, value: unknown) => {
      if (!isText(value) || MAY_HOLD_ZERO_BYTES.test(key)) return value;
      const pattern = value.pattern === undefined ? /(?:)/u : new RegExp(value.pattern, 'u');
      if (['\0', 'a\0', '\0a', 'a\0b'].some((text) => pattern.test(text)))
        open.push(`${name} ${key}`);
      return value;
    });
  }
  expect(open).toEqual([]);
});

function isText(value: unknown): value is { readonly pattern?: string } {
  if (typeof value !== 'object' || value === null || 'const' in value) return false;
  return 'type' in value && value.type === 'string';
}
