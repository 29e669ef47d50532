import type { SpanContext } from '@opentelemetry/api';

/** Source: W3C Trace Context, version 00; of later versions what they share with it. */
const TRACEPARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** Where a caller's trace stands; undefined where the header is missing or malformed. */
export function readTraceparent(header: string | undefined): SpanContext | undefined {
  const match = TRACEPARENT.exec(header ?? '');
  if (match === null) return undefined;
  const [, traceId = '', spanId = '', flags = ''] = match;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

/** The header that hands a trace on. */
export function traceparentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
