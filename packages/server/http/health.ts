import type { FastifyInstance } from 'fastify';
import type { Centre } from '../open-centre.ts';

/** Routes that whoever watches the process asks: never counted, never turned away. */
export const UNLIMITED: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Anybody may ask, and learns nothing but whether the process lives (`/healthz`) and whether the
 * centre takes work (`/readyz`): the desk is made and leads, the database answers, and nobody has
 * told the process to stop. 503 while it does not, for whoever distributes the load.
 */
export function healthRoutes(
  app: FastifyInstance,
  { host, database }: Centre,
  isClosing: () => boolean,
): void {
  app.get('/healthz', () => ({ status: 'ok' }));

  let asking: Promise<boolean> | undefined;
  // One question for all who ask at a time: anybody may, as often as he likes.
  const isDatabaseThere = (): Promise<boolean> =>
    (asking ??= database.pool
      .query('select 1')
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined;
      }));

  app.get('/readyz', async (_request, reply) => {
    const isReady = host.isOpen && !isClosing() && (await isDatabaseThere());
    return await reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready' });
  });
}
