import type { Environment } from '../read-settings.ts';
import { noTracing, type Tracing } from './tracing.ts';

/**
 * Tracing as OpenTelemetry's own environment variables ask for it: none without an endpoint, and then
 * nothing of it is loaded.
 *
 * Source: OpenTelemetry, "Environment Variable Specification" and "OTLP Exporter Configuration".
 */
export async function openTracing(environment: Environment): Promise<Tracing> {
  const url = endpointOf(environment);
  if (url === undefined) return noTracing;
  const { openOtlpTracing } = await import('./open-otlp-tracing.ts');
  return openOtlpTracing(url, environment['OTEL_SERVICE_NAME'] ?? 'rapport');
}

function endpointOf(environment: Environment): string | undefined {
  if (environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return undefined;
  if (environment['OTEL_TRACES_EXPORTER'] === 'none') return undefined;
  const own = environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] ?? '';
  if (own !== '') return own;
  const all = environment['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '';
  return all === '' ? undefined : `${all.replace(/\/$/, '')}/v1/traces`;
}
