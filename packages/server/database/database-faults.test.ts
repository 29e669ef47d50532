import { expect, test } from 'vitest';
import { DatabaseUnavailable, isDatabaseUnavailable } from './database-faults.ts';

const fault = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  new DatabaseUnavailable('x'),
  fault('57P01'),
  fault('57P03'),
  fault('08006'),
  fault('ECONNREFUSED'),
  fault('ENOENT'),
  new Error('Connection terminated unexpectedly'),
  new Error('Client has encountered a connection error and is not queryable'),
])('%s (%#) means that the database is away', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(true);
});

test.each([fault('23505'), fault('42P01'), fault('57014'), new Error('x'), 'text', undefined])(
  '%s (%#) is the fault of the query',
  (error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  },
);
