import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { SCOPES } from '@rapport/protocol';
import { expect, test } from 'vitest';
import { liveClient } from '../testing/live-socket.ts';
import { startReceiver } from '../testing/webhook-receiver.ts';
import { callerWith, openHttpCentre } from '../testing/http-centre.ts';
import { openTracing } from './open-tracing.ts';

interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[];
}

interface Export {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[];
  }[];
}

/** A collector that keeps what it gets. */
async function openCollector() {
  const spans: ReceivedSpan[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { resourceSpans } = body as Export;
      for (const { scopeSpans } of resourceSpans) {
        for (const scope of scopeSpans) spans.push(...scope.spans);
      }
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere');
  return {
    spans,
    endpoint: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

test('a trace goes from the request over command and append to what is delivered', async () => {
  await using collector = await openCollector();
  const tracing = await openTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  await using served = await openHttpCentre({
    tracing,
    environment: { RAPPORT_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' },
  });
  await using receiver = await startReceiver();
  const secret = await served.secretWith(SCOPES);
  const administrator = callerWith(served.address, secret);
  await administrator('POST', '/api/v1/webhooks', { body: { url: receiver.url } });
  const client = liveClient(() => served.address, secret);
  let toldAt = 0;
  client.subscribe({
    topic: 'presence',
    params: {},
    onState: ({ agents }, at) => (toldAt = agents.length === 0 ? 0 : at),
  });
  await expect.poll(client.isAnswered).toBe(true);
  const response = await fetch(`${served.address}/api/v1/agents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      traceparent: `00-${TRACE}-${SPAN}-01`,
    },
    body: '{"piiName":"Ted","skills":[]}',
  });
  const { position } = (await response.json()) as { position: number };
  await expect.poll(() => toldAt).toBe(position);
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1);
  client.close();
  // Until what came of it is noted, the delivery is under way.
  await served.centre.webhooks[Symbol.asyncDispose]();
  await tracing[Symbol.asyncDispose]();

  const named = (name: string) => {
    const found = collector.spans.find((span) => span.name === name && span.traceId === TRACE);
    if (found === undefined) throw new Error(`the trace has no span ${name}`);
    return found;
  };
  const request = named('POST /api/v1/agents');
  const command = named('command register-agent');
  const append = named('journal append');
  const delivery = named('deliver webhook');
  const live = named('deliver live');
  expect(request.parentSpanId).toBe(SPAN);
  expect(command.parentSpanId).toBe(request.spanId);
  expect(append.parentSpanId).toBe(command.spanId);
  expect(delivery.parentSpanId).toBe(command.spanId);
  expect(live.parentSpanId).toBe(command.spanId);
  expect(receiver.received[0]?.headers['traceparent']).toBe(`00-${TRACE}-${delivery.spanId}-01`);
  const attributes = Object.fromEntries(
    command.attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
  );
  expect(attributes).toMatchObject({
    'rapport.command.type': 'register-agent',
    'rapport.position': position,
  });
});

test('a collector that is away holds nobody up', async () => {
  const tracing = await openTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  await using served = await openHttpCentre({ tracing });
  const caller = await served.callerWith(SCOPES);
  expect((await caller('GET', '/api/v1/work')).status).toBe(200);
  const startedAt = performance.now();
  await tracing[Symbol.asyncDispose]();
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
