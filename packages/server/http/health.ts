import type { FastifyInstance } from 'fastify';
import type { Centre } from '../open-centre.ts';

/**
 * Anybody may ask, and learns nothing but whether the process lives (`/healthz`) and whether the
 * centre takes work (`/readyz`; 503 while it does not, for whoever distributes the load).
 */
export function healthRoutes(app: FastifyInstance, { host, database }: Centre): void {
  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const isDatabaseThere = await database.pool.query('select 1').then(
      () => true,
      () => false,
    );
    const isReady = host.isOpen && isDatabaseThere;
    return await reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready' });
  });
}
