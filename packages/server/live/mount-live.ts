import type { FastifyInstance } from 'fastify';
import type { Centre } from '../open-centre.ts';
import { watchLive } from '../metrics/watch-live.ts';
import { Live } from './live.ts';
import { sendProblem } from '../http/send-problem.ts';
import { viewWaiter } from '../http/wait-for-views.ts';
import { type Counting, LIVE_PATH, upgradeTo } from './upgrade.ts';

/** Opens the live side of a centre at `/api/v1/live` of this server; it ends with the server. */
export function mountLive(app: FastifyInstance, centre: Centre, counting: Counting): Live {
  const { name, host, database, identity, messages, signs, metrics, settings, tracing, now, silo } =
    centre;
  const live = new Live({
    centre: name,
    timeZone: () => settings.current().timeZone,
    siloMs: silo.between,
    db: database.kysely,
    host,
    messages,
    signs,
    whenShown: viewWaiter(database.kysely, name),
    now,
    tracing,
    notice: (message) => app.log.warn(message),
  });
  const stopWatching = watchLive(live, host, metrics);
  const stopSettings = settings.onTimeZone(() => live.renew('the time zone has changed'));
  app.server.on('upgrade', upgradeTo(live, { ...identity, ...counting }));
  app.get(LIVE_PATH, async (_request, reply) => {
    const title = 'This is a WebSocket: ask for an upgrade.';
    reply.header('upgrade', 'websocket');
    return await sendProblem(reply, { type: 'upgrade-required', title, status: 426 });
  });
  // Before the server stops listening: it would wait for these sockets.
  app.addHook('preClose', async () => {
    await live.close();
    stopWatching();
    stopSettings();
  });
  return live;
}
