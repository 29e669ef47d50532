import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { UNLIMITED } from './health.ts';
import { sendProblem } from './send-problem.ts';

/**
 * Who sends the next request of a connection that he keeps open is told that the centre closes, rather
 * than cut off. Whoever sends none for longer finds the connection closed.
 */
const TURN_AWAY_MS = 500;
const LOOK_MS = 25;

/**
 * From the moment the app begins to close, requests that have begun are answered, and their
 * connections closed; new ones are turned away, to be tried again at the next process, for half a
 * second or until nobody is connected. Then it listens no longer. Returns whether it has begun to close.
 */
export function closeGently(app: FastifyInstance): () => boolean {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    if (!app.server.listening) return;
    app.log.info('closing: requests that have begun are answered, others turned away');
    const until = performance.now() + TURN_AWAY_MS;
    while (performance.now() < until && (await connectionCount(app)) > 0) await sleep(LOOK_MS);
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

async function connectionCount({ server }: FastifyInstance): Promise<number> {
  return await new Promise((resolve) => {
    server.getConnections((_error, count) => resolve(count));
  });
}
