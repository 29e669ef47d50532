import { expect, test } from 'vitest';
import { mintedAt } from '../host/command-time.ts';
import { mintUuid } from './mint-id.ts';

const NOW = 1_700_000_000_123;

test('a UUID is of version 7 and says when it was minted', () => {
  const uuid = mintUuid(NOW);
  expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(mintedAt(uuid)).toBe(NOW);
});

test('early times are padded, so that ids sort by age', () => {
  expect(mintedAt(mintUuid(1))).toBe(1);
  expect(mintUuid(1) < mintUuid(NOW)).toBe(true);
});

test('none comes twice', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => mintUuid(NOW))).size).toBe(10_000);
});
