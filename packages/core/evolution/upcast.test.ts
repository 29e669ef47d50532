import { describe, expect, test } from 'vitest';
import { EventUnknown, type StoredEvent, upcast, type Upcasters } from './upcast.ts';

describe('upcast', () => {
  // As if two later releases had first named who put the customer on hold, and then the reason.
  const upcasters: Upcasters = {
    'work-held': [
      (event) => ({ ...event, v: 2, by: 'agent' }),
      (event) => ({ ...event, v: 3, reason: 'unknown' }),
    ],
  };
  const held = { type: 'work-held', v: 1, workId: 'work_1', agentId: 'agent_1' };

  test('takes an old event through every version in between', () => {
    expect(upcast(held, upcasters)).toEqual({ ...held, v: 3, by: 'agent', reason: 'unknown' });
  });

  test('takes an event of a version in between only through what is left', () => {
    const second = { ...held, v: 2, by: 'customer' };
    expect(upcast(second, upcasters)).toEqual({ ...second, v: 3, reason: 'unknown' });
  });

  test('gives an event of today back as it is', () => {
    const third = { ...held, v: 3, by: 'agent', reason: 'music' };
    expect(upcast(third, upcasters)).toBe(third);
    expect(upcast(held)).toBe(held);
  });

  test.each<[string, StoredEvent]>([
    ['a newer version', { ...held, v: 2 }],
    ['a version that there cannot be', { ...held, v: 0 }],
    ['half a version', { ...held, v: 1.5 }],
    ['no version', { ...held, v: NaN }],
    ['a type that this release does not write', { type: 'work-sung', v: 1 }],
    ['a type named like something that every object has', { type: 'constructor', v: 1 }],
  ])('refuses %s, which only a later release can have written', (_what, stored) => {
    expect(() => upcast(stored)).toThrow(EventUnknown);
    expect(() => upcast(stored)).toThrow(stored.type);
  });
});
