import type { FastifyInstance } from 'fastify';
import { apiKeyFinder, keysInForce } from '../identity/api-keys.ts';
import type { Centre } from '../open-centre.ts';
import { Live } from './live.ts';
import { sendProblem } from '../http/send-problem.ts';
import { LIVE_PATH, upgradeTo } from './upgrade.ts';

/** Opens the live side of a centre at `/api/v1/live` of this server; it ends with the server. */
export function mountLive(app: FastifyInstance, centre: Centre): Live {
  const { name, host, database, timeZone, now } = centre;
  const db = database.kysely;
  const live = new Live({
    centre: name,
    timeZone,
    db,
    host,
    now,
    notice: (message) => app.log.warn(message),
    refresh: (principals) =>
      keysInForce(
        db,
        name,
        principals.map(({ id }) => id),
      ),
  });
  const findPrincipal = apiKeyFinder(db, name);
  const upgrade = upgradeTo(live, ({ headers }) => {
    const [scheme = '', secret = ''] = (headers.authorization ?? '').split(' ', 2);
    return findPrincipal(scheme.toLowerCase() === 'bearer' ? secret : '');
  });
  app.server.on('upgrade', upgrade);
  app.get(LIVE_PATH, { schema: { hide: true } }, async (_request, reply) => {
    const title = 'This is a WebSocket: ask for an upgrade.';
    reply.header('upgrade', 'websocket');
    return await sendProblem(reply, { type: 'upgrade-required', title, status: 426 });
  });
  // Before the server stops listening: it would wait for these sockets.
  app.addHook('preClose', () => live.close());
  return live;
}
