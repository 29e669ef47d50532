import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { faultForLog } from './fault-for-log.ts';

const WORDS = 'Ted Tester of Zurich';

function databaseError(code: string, message: string): DatabaseError {
  const error = new DatabaseError(message, message.length, 'error');
  const told = { code, detail: `Key (pii_email)=(${WORDS}) already exists.`, table: 'person' };
  return Object.assign(error, told, { constraint: 'person_email', where: WORDS, hint: WORDS });
}

test('tells what, where and why, each cause too', () => {
  const cause = databaseError('23505', 'duplicate key value violates unique constraint "x"');
  const fault = Object.assign(new Error('it failed', { cause }), { code: 'our-code' });
  const logged = faultForLog(fault);
  expect(logged).toMatchObject({
    type: 'Error',
    message: 'it failed',
    code: 'our-code',
    cause: { code: '23505', database: { table: 'person', constraint: 'person_email' } },
  });
  expect(logged.stack?.[0]).toContain('fault-for-log.test.ts');
});

test.each([
  ['the detail of a database error', databaseError('23505', 'duplicate key')],
  ['a value in its message', databaseError('22P02', `invalid input syntax: "${WORDS}"`)],
  ['text that is no JSON', parseFault(`{${WORDS}`)],
  ['other fields', Object.assign(new Error('no'), { body: WORDS, parameters: [WORDS] })],
  ['a thrown object', { message: WORDS }],
  ['them in a cause', new Error('no', { cause: databaseError('22001', `"${WORDS}"`) })],
])('leaves out %s', (_what, fault) => {
  expect(JSON.stringify(faultForLog(fault))).not.toContain('Ted');
});

test('comes to an end where causes go round', () => {
  const fault = new Error('round');
  fault.cause = fault;
  expect(JSON.stringify(faultForLog(fault)).length).toBeLessThan(20_000);
});

function parseFault(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
