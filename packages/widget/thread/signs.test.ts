import type { VisitorMessage } from '@rapport/protocol';
import { expect, test } from 'vitest';
import { signsOf } from './signs.ts';

const said = (number: number): VisitorMessage => ({
  ...{ number, from: 'agent', piiText: 'Hello.', at: 0 },
});

test('what comes while it is told what was seen is not told as seen', async () => {
  const told: number[] = [];
  let messages = [said(1)];
  const answers = Promise.withResolvers<{ ok: true; answer: undefined }>();
  const signs = signsOf({
    api: {
      typing: () => answers.promise,
      async read(_token, number) {
        told.push(number);
        return await answers.promise;
      },
    },
    token: () => 'visit_1',
    state: () => ({ messages, progress: undefined }),
  });
  signs.seen();
  messages = [said(1), said(2)];
  answers.resolve({ ok: true, answer: undefined });
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual([1]);
  signs.seen();
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual([1, 2]);
});
