import type { Access } from '@rapport/protocol';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Admit } from './admit.ts';

/** For programs that watch; what they learn of the centre is counts, and no names. */
const ACCESS: Access = { roles: [], scope: 'metrics:read', reach: 'centre' };

/** Everything that is measured, in the text form of Prometheus. */
export function metricsRoute(app: FastifyInstance, metrics: Registry, admit: Admit): void {
  app.get('/metrics', {
    onRequest: async (request, reply) => {
      const principal = await admit(request, reply, ACCESS);
      return principal === undefined ? reply : undefined;
    },
    handler: async (_request, reply) => {
      const text = await metrics.metrics();
      return await reply.type(metrics.contentType).send(text);
    },
  });
}
