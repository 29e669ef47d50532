import { expect, test } from 'vitest';
import { StartMisspelt, startRequest } from './start-request.ts';

test('without more it is the demo, at its usual speed', () => {
  const usual = { kind: 'demo', port: undefined, isFresh: false, speed: 1 };
  expect(startRequest([])).toEqual(usual);
  expect(startRequest(['--fresh', '--port', '0', '--speed', '50'])).toEqual({
    ...{ kind: 'demo', port: 0, isFresh: true, speed: 50 },
  });
});

test('--no-demo is the product', () => {
  expect(startRequest(['--no-demo'])).toEqual({ kind: 'product', port: undefined });
  expect(startRequest(['--no-demo', '--port=7400'])).toEqual({ kind: 'product', port: 7400 });
});

test.each([
  [['--speed', '0'], /--speed is a whole number from 1 to 50/],
  [['--speed', '51'], /--speed is a whole number from 1 to 50/],
  [['--speed', 'fast'], /not 'fast'/],
  [['--port', '65536'], /--port is a whole number from 0 to 65535/],
  [['--sped', '3'], /--sped.*There are:/s],
  [['now'], /'now'.*There are:/s],
  [['--port'], /--port.*There are:/s],
  [['--no-demo', '--fresh'], /--fresh is for the demo/],
  [['--no-demo', '--speed', '2'], /--speed is for the demo/],
])('%j is refused in words', (argv, expected) => {
  const ask = () => startRequest(argv);
  expect(ask).toThrow(StartMisspelt);
  expect(ask).toThrow(expected);
});
