import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

const NAME = 'rapport_http_request_duration_seconds';

type Durations = Histogram<'method' | 'route' | 'status'>;

/** Measures how long each answer took, by route, method and status. */
export function watchRequests(app: FastifyInstance, registry: Registry): void {
  // A centre may listen at several addresses, and is measured as one.
  const known = registry.getSingleMetric(NAME) as Durations | undefined;
  const duration = known ?? durations(registry);
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route } = request.routeOptions;
    // Where there is no route, the method may be any word.
    const method = route === undefined ? 'other' : request.method;
    const labels = { method, route: route ?? 'none', status: String(reply.statusCode) };
    duration.observe(labels, reply.elapsedTime / 1_000);
    done();
  });
}

function durations(registry: Registry): Durations {
  return new Histogram({
    name: NAME,
    help: 'From the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
}
