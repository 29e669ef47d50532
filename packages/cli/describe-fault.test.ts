import { describe, expect, test } from 'vitest';
import { describeFault } from './describe-fault.ts';

describe('describeFault', () => {
  test('joins the message and what its causes add', () => {
    const cause = new Error('connect ENOENT /run/pg', { cause: new Error('ENOENT') });
    const fault = new Error('cannot reach the database', { cause });
    expect(describeFault(fault)).toBe('cannot reach the database: connect ENOENT /run/pg');
  });

  test('falls back to the code, then to the name', () => {
    const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
    expect(describeFault(refused)).toBe('ECONNREFUSED');
    expect(describeFault(new TypeError())).toBe('TypeError');
  });

  test('stays on one line, whatever the message holds', () => {
    expect(describeFault(new Error('one\n  two\u001b[31m\u2028three'))).toBe('one two [31m three');
  });

  test('ends when a cause leads back to its error', () => {
    const fault = new Error('round');
    fault.cause = new Error('and round', { cause: fault });
    expect(describeFault(fault)).toBe('round: and round');
  });

  test('speaks of what is not an error', () => {
    expect(describeFault('plain text')).toBe('plain text');
    expect(describeFault({ some: 'thing' })).toBe('an unknown fault');
  });
});
