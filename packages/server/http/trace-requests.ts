import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noTracing, type RequestTrace, type Tracing } from '../tracing/tracing.ts';

/** Makes a trace of each request, or goes on with the caller's. Named after the route, not the address. */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  if (tracing === noTracing) return;
  const traces = new WeakMap<FastifyRequest, RequestTrace>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { traceparent } = request.headers;
    const trace = tracing.beginRequest(typeof traceparent === 'string' ? traceparent : undefined);
    traces.set(request, trace);
    trace.run(done);
  });
  // Reading a body goes on in the socket's name: the handler is brought back to its request.
  app.addHook('preHandler', (request, _reply, done) => {
    const trace = traces.get(request);
    if (trace === undefined) done();
    else trace.run(done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route = 'none' } = request.routeOptions;
    const method = route === 'none' ? 'other' : request.method;
    const attributes = { 'http.request.method': method, 'http.route': route };
    traces.get(request)?.end(`${method} ${route}`, reply.statusCode, attributes);
    done();
  });
}
