import { DatabaseError } from 'pg';

// Classes of faults whose messages name tables and sessions: connection, constraint, transaction,
// access, resources, state, intervention, system. Others, such as 22 "data exception", quote values.
const NAMES_NO_VALUES = /^(08|23|25|40|42|53|55|57|58)/;

/**
 * What a fault says of itself, in one line and without the values that it met: they may be what a
 * customer wrote.
 */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault === 'string' ? fault : 'an unknown fault';
  if (fault instanceof DatabaseError && !NAMES_NO_VALUES.test(fault.code ?? '')) {
    return `the database failed (${fault.code ?? 'no code'})`;
  }
  // JSON's own message quotes the text around the mistake.
  if (fault instanceof SyntaxError) return 'a text has the wrong form';
  return fault.message;
}
