import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Centre } from '../open-centre.ts';
import { healthRoutes } from './health.ts';

/** What the centre shows over HTTP; it listens nowhere yet. */
export function createApp(centre: Centre, logger: FastifyBaseLogger) {
  const app = Fastify({
    loggerInstance: logger,
    // Addresses and paths of customers are no business of the log.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  healthRoutes(app, centre);
  return app;
}
