import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { newcomers } from '../customers/newcomers.ts';
import { watchRequests } from '../metrics/watch-requests.ts';
import { mountLive } from '../live/mount-live.ts';
import { asksForLive } from '../live/upgrade.ts';
import type { Centre } from '../open-centre.ts';
import type { Settings } from '../settings.ts';
import { admission } from './admit.ts';
import { closeGently } from './close-gently.ts';
import { answerClientError, answerFault, answerFaults } from './faults.ts';
import { forwardedBy } from './forwarded.ts';
import { healthRoutes, UNLIMITED } from './health.ts';
import { type CountRequest, countRequests } from './limit-requests.ts';
import { logRequests, requestIdOf } from './log-requests.ts';
import { namesThisMachine, OTHER_NAME } from './names-this-machine.ts';
import { metricsRoute } from './metrics-route.ts';
import { mountRoutes } from './mount-routes.ts';
import { showDescription } from './open-api.ts';
import { takeCloudEvents } from './read-cloud-events.ts';
import { readJson } from './read-json.ts';
import { notesOf } from './request-notes.ts';
import type { Rooms } from './respond.ts';
import { sendProblem } from './send-problem.ts';
import { serveWeb } from './serve-web.ts';
import { serveWidget } from './serve-widget.ts';
import { traceRequests } from './trace-requests.ts';
import { validatorOf } from './validators.ts';
import { openVisitors } from '../visitors/open-visitors.ts';
import { answerPreflights } from './visitor-preflights.ts';
import { viewWaiter } from './wait-for-views.ts';

const BODY_BYTES_MAX = 1_000_000;
/** Longer than any id may be: those that are too long are told so, rather than that nothing is there. */
const PARAMETER_LENGTH_MAX = 2_000;
/** A request that has not arrived by then keeps its connection for itself. */
const ARRIVAL_MS_MAX = 30_000;

export interface AppSettings extends Pick<
  Settings,
  'rateLimitAddress' | 'rateLimitPrincipal' | 'trustProxy'
> {
  /** Where the screens have been built; without it there are none. */
  readonly webFolder?: string | undefined;
  /** Where what visitors meet has been built. */
  readonly widgetFolder?: string | undefined;
  /** Answers nobody who calls this machine by a name that others may have given it. */
  readonly isLocalAlone?: boolean;
}

/** What the centre shows over HTTP; it listens nowhere yet. */
export async function createApp(
  centre: Centre,
  settings: AppSettings,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const app = newApp(settings, logger);
  const count = countRequests(settings, centre.identity);
  traceRequests(app, centre.tracing);
  watchRequests(app, centre.metrics);
  logRequests(app);
  const isClosing = closeGently(app);
  const { isLocalAlone = false } = settings;
  if (isLocalAlone) refuseOtherNames(app);
  limitRequests(app, count);
  answerFaults(app);
  await showDescription(app);
  healthRoutes(app, centre, isClosing);
  const { name, host, database, identity, imports, messages, now, signs, webhooks } = centre;
  const db = database.kysely;
  const visitors = openVisitors({ db, centre: name, host, messages, signs, now });
  app.addHook('preClose', () => visitors.close());
  const forwarded = forwardedBy(settings.trustProxy);
  const live = mountLive(app, centre, { count, forwarded, isLocalAlone });
  const rooms: Rooms = {
    centre: name,
    db,
    host,
    identity,
    imports,
    previews: centre.previews,
    messages,
    newcomers: newcomers(db, name),
    now,
    settings: centre.settings,
    get region() {
      return centre.settings.current().region;
    },
    visitors,
    signs,
    webhooks,
    whenShown: viewWaiter(db, name),
    wallboard: () => live.wallboard(),
  };
  const admit = admission(rooms);
  metricsRoute(app, centre.metrics, admit);
  mountRoutes(app, rooms, admit);
  answerPreflights(app, rooms);
  if (settings.webFolder !== undefined) await serveWeb(app, settings.webFolder);
  if (settings.widgetFolder !== undefined) await serveWidget(app, settings.widgetFolder);
  return app;
}

function newApp({ trustProxy }: AppSettings, logger: FastifyBaseLogger): FastifyInstance {
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    // Ours is written without addresses and paths of customers.
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: ARRIVAL_MS_MAX,
    http: { shouldUpgradeCallback: asksForLive },
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX },
    trustProxy: trustProxy === undefined ? false : [...trustProxy],
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    // `closeGently` says it as a problem.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void answerFault(error, request, reply),
    clientErrorHandler: answerClientError,
  });
  app.setValidatorCompiler(validatorOf);
  app.removeContentTypeParser('text/plain');
  readJson(app, ['application/json']);
  takeCloudEvents(app);
  return app;
}

function refuseOtherNames(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) =>
    namesThisMachine(request.raw) ? undefined : await sendProblem(reply, OTHER_NAME),
  );
}

function limitRequests(app: FastifyInstance, count: CountRequest): void {
  app.addHook('onRequest', async (request, reply) => {
    if (UNLIMITED.has(request.routeOptions.url ?? '')) return undefined;
    const { ip, headers } = request;
    const tell = (name: string, value: string): void => void reply.header(name, value);
    const counted = count({ ip, headers, tell });
    notesOf(request).count = counted;
    const { problem } = counted;
    return problem === undefined ? undefined : await sendProblem(reply, problem);
  });
}
