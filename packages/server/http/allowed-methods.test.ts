import { expect, test } from 'vitest';
import { allowedMethods } from './allowed-methods.ts';

test.each([
  ['/api/v1/work', ['GET', 'HEAD', 'POST']],
  ['/api/v1/work?limit=1', ['GET', 'HEAD', 'POST']],
  ['/api/v1/work/work_1/accept', ['POST']],
  ['/api/v1/work/', []],
  ['/api/v1/work//accept', []],
  ['/api/v1', []],
  ['', []],
])('at %s are allowed %j', (url, methods) => {
  expect(allowedMethods(url)).toEqual(methods);
});
