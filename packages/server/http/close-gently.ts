import type { FastifyInstance } from 'fastify';
import { UNLIMITED } from './health.ts';
import { sendProblem } from './send-problem.ts';

/**
 * From the moment the app begins to close, requests that have begun are answered, and their
 * connections closed; new ones are turned away, to be tried again at the next process. Returns
 * whether it has begun to close.
 */
export function closeGently(app: FastifyInstance): () => boolean {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isClosing || UNLIMITED.has(request.routeOptions.url ?? '')) return undefined;
    const title = 'The centre is closing: try again in a moment, with the same Idempotency-Key.';
    return await sendProblem(reply, { type: 'closing', title, status: 503 });
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // Else the connection would stay open, idle, until its time is over.
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
  return () => isClosing;
}
