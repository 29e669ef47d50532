import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { VERSION } from '../version.ts';
import { readTraceparent, traceparentOf } from './traceparent.ts';
import type { RequestTrace, Tracing } from './tracing.ts';

/** Whose rows are remembered, so that what is delivered later finds its trace. */
const POSITIONS_MAX = 10_000;
const LINKS_MAX = 100;
/** A collector that is away must not keep the process from ending. */
const FLUSH_MS_MAX = 2_000;

/** Sends spans to a collector, in batches; when it is away they are dropped, and nobody waits. */
export function openOtlpTracing(url: string, serviceName: string): Tracing {
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': serviceName, 'service.version': VERSION }),
    ),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  const spans: Spans = {
    tracer: provider.getTracer('rapport', VERSION),
    active: new AsyncLocalStorage(),
    commands: new Map(),
    positions: new Map(),
  };
  return {
    beginRequest: (traceparent) => beginRequest(spans, traceparent),
    command: traceCommand(spans),
    append: traceAppend(spans),
    delivery: traceDelivery(spans),
    async [Symbol.asyncDispose]() {
      const late = AbortSignal.timeout(FLUSH_MS_MAX);
      const given = new Promise<void>((resolve) => {
        late.addEventListener('abort', () => resolve(), { once: true });
      });
      await Promise.race([provider.shutdown().catch(() => undefined), given]);
    },
  };
}

interface Spans {
  readonly tracer: Tracer;
  /** What whoever asks is part of. */
  readonly active: AsyncLocalStorage<Span>;
  /** Commands that wait for their answer. */
  readonly commands: Map<string, Span>;
  /** Which command brought a row about. */
  readonly positions: Map<number, SpanContext>;
}

function beginRequest({ tracer, active }: Spans, traceparent: string | undefined): RequestTrace {
  const parent = contextOf(readTraceparent(traceparent));
  const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, parent);
  return {
    run: (work) => {
      active.run(span, work);
    },
    end: (name, status, attributes) => {
      span.updateName(name);
      span.setAttributes({ ...attributes, 'http.response.status_code': status });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function traceCommand({ tracer, active, commands }: Spans): Tracing['command'] {
  return (command, { commandId }, carryOut) => {
    const { type } = command;
    const attributes = { 'rapport.command.type': type, 'rapport.command.id': commandId };
    const parent = contextOf(active.getStore()?.spanContext());
    const span = tracer.startSpan(`command ${type}`, { attributes }, parent);
    commands.set(commandId, span);
    return within(active, span, async () => {
      try {
        const outcome = await carryOut();
        span.setAttribute('rapport.position', outcome.position);
        if (!outcome.ok) span.setAttribute('rapport.refusal', outcome.refusal.code);
        return outcome;
      } finally {
        if (commands.get(commandId) === span) commands.delete(commandId);
      }
    });
  };
}

function traceAppend({ tracer, active, commands, positions }: Spans): Tracing['append'] {
  return (rows, work) => {
    const waiting = rows.flatMap(({ commandId, seq }) => {
      const context = commands.get(commandId)?.spanContext();
      if (context === undefined) return [];
      remember(positions, seq, context);
      return [context];
    });
    // Many wait for one append: it stands in the trace of the first, and points to the others.
    const [first, ...others] = waiting;
    const links = others.slice(0, LINKS_MAX).map((context) => ({ context }));
    const attributes = { 'rapport.append.rows': rows.length };
    const span = tracer.startSpan('journal append', { attributes, links }, contextOf(first));
    return within(active, span, work);
  };
}

function traceDelivery({ tracer, active, positions }: Spans): Tracing['delivery'] {
  return (name, position, work) => {
    const attributes = { 'rapport.position': position };
    const parent = contextOf(positions.get(position));
    const kind = SpanKind.PRODUCER;
    const span = tracer.startSpan(`deliver ${name}`, { kind, attributes }, parent);
    return within(active, span, () => work(traceparentOf(span.spanContext())));
  };
}

function remember(
  positions: Map<number, SpanContext>,
  position: number,
  context: SpanContext,
): void {
  positions.set(position, context);
  if (positions.size <= POSITIONS_MAX) return;
  for (const oldest of positions.keys()) {
    positions.delete(oldest);
    return;
  }
}

async function within<Value>(
  active: AsyncLocalStorage<Span>,
  span: Span,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await active.run(span, work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', errorType(error));
    throw error;
  } finally {
    span.end();
  }
}

function contextOf(parent: SpanContext | undefined): Context {
  return parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
}

function errorType(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
