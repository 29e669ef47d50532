import { expect, test } from 'vitest';
import { readTraceparent, traceparentOf } from './traceparent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

test('a trace is handed on as it came', () => {
  const header = `00-${TRACE}-${SPAN}-01`;
  const context = readTraceparent(header);
  expect(context).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags: 1, isRemote: true });
  expect(context && traceparentOf(context)).toBe(header);
  expect(readTraceparent(`01-${TRACE}-${SPAN}-03-more`)).toMatchObject({ traceFlags: 1 });
});

test.each([
  undefined,
  '',
  'nonsense',
  `ff-${TRACE}-${SPAN}-01`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
])('%j is none', (header) => {
  expect(readTraceparent(header)).toBeUndefined();
});
