import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createLogger,
  makeSetUpToken,
  openCentre,
  openTracing,
  readSettings,
  serveHttp,
} from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** Where `npm run build` puts the screens; without it there are none. */
const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** And what visitors meet. */
const WIDGET_FOLDER = fileURLToPath(new URL('../../widget/dist', import.meta.url));

/** `rapport start`: serves the centre until it is told to stop. */
export const startCommand: CliCommand = {
  name: 'start',
  summary: 'Serves the centre until Ctrl-C.',
  arguments: [],
  options: {},
  async run({ isJson }, world) {
    const settings = readSettings(world.environment);
    const logger = createLogger(settings);
    const notice = (message: string): void => logger.warn(message);
    await using tracing = await openTracing(world.environment);
    await using centre = await openCentre(settings, { notice, tracing });
    const built = {
      ...(existsSync(WEB_FOLDER) && { webFolder: WEB_FOLDER }),
      ...(existsSync(WIDGET_FOLDER) && { widgetFolder: WIDGET_FOLDER }),
    };
    await using server = await serveHttp(centre, { ...settings, ...built }, logger);
    const { host, database } = centre;
    const token = await makeSetUpToken(database.kysely, settings.centre);
    const opened = {
      centre: settings.centre,
      address: server.address,
      position: host.position,
      database: `${database.kind} PostgreSQL ${database.serverVersion}`,
      // For whoever starts the centre, and nobody else: it is told here, and never logged.
      ...(token !== undefined && {
        setUpUrl: `${settings.publicUrl ?? server.address}/set-up#${token}`,
      }),
    };
    world.out(isJson ? `${JSON.stringify(opened)}\n` : textOf(opened));
    const why = await Promise.race([
      centre.lost.then(() => 'lost' as const),
      new Promise<'stop'>((resolve) => {
        if (world.stop.aborted) resolve('stop');
        world.stop.addEventListener('abort', () => resolve('stop'), { once: true });
      }),
    ]);
    if (why === 'stop') return 0;
    world.err('another process serves this centre now\n');
    return 1;
  },
};

function textOf(opened: {
  readonly centre: string;
  readonly address: string;
  readonly position: number;
  readonly database: string;
  readonly setUpUrl?: string;
}): string {
  const { centre, address, position, database, setUpUrl } = opened;
  const setUp =
    setUpUrl === undefined
      ? ''
      : `It has no administrator yet. This link makes the first one, once; docs/guide/people.md says how:\n${setUpUrl}\n`;
  return (
    `The centre ${centre} is open at ${address}, on ${database}, at position ${position} of its history.\n` +
    `${address}/readyz says whether it takes work. Ctrl-C closes it.\n` +
    setUp
  );
}
