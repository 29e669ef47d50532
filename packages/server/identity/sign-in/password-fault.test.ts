import { expect, test } from 'vitest';
import { passwordFault } from './password-fault.ts';

const ann = { email: 'ann.smith-jones@example.org', name: 'Ann Smith Jones' };

test.each([
  'ann.smith-jones@example.org',
  'ANN.SMITH-JONES@EXAMPLE.ORG',
  'Ann Smith Jones',
  'annsmithjones',
  'ａｎｎ smith jones',
])('%s is known', (password) => {
  expect(passwordFault(password, ann)).toContain('e-mail address');
});

test('what only contains the name is not', () => {
  expect(passwordFault('ann smith jones rides again', ann)).toBeUndefined();
});
