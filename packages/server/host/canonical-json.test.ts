import { expect, test } from 'vitest';
import { canonicalHash, canonicalJson } from './canonical-json.ts';

test('the order of fields does not matter, at any depth, and absent ones are left out', () => {
  const value = { b: [{ d: 1, c: undefined }, 2], a: null };
  expect(canonicalJson(value)).toBe('{"a":null,"b":[{"d":1},2]}');
  expect(canonicalHash({ b: [{ d: 1 }, 2], a: null })).toBe(canonicalHash(value));
});

test('a field named like the prototype is told apart like any other', () => {
  const one: unknown = JSON.parse('{"a":{"__proto__":{"b":1}}}');
  const other: unknown = JSON.parse('{"a":{"__proto__":{"b":2}}}');
  expect(canonicalJson(one)).toBe('{"a":{"__proto__":{"b":1}}}');
  expect(canonicalHash(one)).not.toBe(canonicalHash(other));
});
