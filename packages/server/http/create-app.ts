import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { apiKeyFinder } from '../identity/api-keys.ts';
import type { Centre } from '../open-centre.ts';
import { answerFaults } from './faults.ts';
import { healthRoutes } from './health.ts';
import { mountRoutes } from './mount-routes.ts';
import { describeApi } from './open-api.ts';
import { validatorOf } from './validators.ts';
import { viewWaiter } from './wait-for-views.ts';

const BODY_BYTES_MAX = 1_000_000;

/** What the centre shows over HTTP; it listens nowhere yet. */
export async function createApp(
  centre: Centre,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    // Addresses and paths of customers are no business of the log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  app.setValidatorCompiler(validatorOf);
  answerFaults(app);
  await describeApi(app, '0.1.0');
  healthRoutes(app, centre);
  const { name, host, database, imports } = centre;
  const db = database.kysely;
  mountRoutes(
    app,
    { centre: name, db, host, imports, whenShown: viewWaiter(db, name) },
    apiKeyFinder(db, name),
  );
  return app;
}
