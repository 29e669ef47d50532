import { expect, test } from 'vitest';
import { openTracing } from './open-tracing.ts';
import { noTracing } from './tracing.ts';

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' };

test.each([
  [{}],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
  [{ ...endpoint, OTEL_SDK_DISABLED: 'true' }],
  [{ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }],
])('%j asks for no tracing', async (environment) => {
  expect(await openTracing(environment)).toBe(noTracing);
});

test('no tracing does the work and nothing else', async () => {
  const done: string[] = [];
  noTracing.beginRequest(undefined).run(() => done.push('request'));
  await noTracing.append([], () => Promise.resolve(void done.push('append')));
  const answer = await noTracing.delivery('live', 1, (traceparent) =>
    Promise.resolve(traceparent ?? 'nobody'),
  );
  expect([...done, answer]).toEqual(['request', 'append', 'nobody']);
});
