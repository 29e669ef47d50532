import { openCentre, readSettings } from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** `rapport start`: serves the centre until it is told to stop. */
export const startCommand: CliCommand = {
  name: 'start',
  summary: 'Serves the centre until Ctrl-C.',
  arguments: [],
  options: {},
  async run({ isJson }, world) {
    const settings = readSettings(world.environment);
    const notice = (message: string): void => world.err(`${message}\n`);
    await using centre = await openCentre(settings, { notice });
    const { host, database } = centre;
    const opened = {
      centre: settings.centre,
      position: host.position,
      database: `${database.kind} PostgreSQL ${database.serverVersion}`,
    };
    world.out(
      isJson
        ? `${JSON.stringify(opened)}\n`
        : `The centre ${opened.centre} is open at position ${opened.position}, on ${opened.database}. Ctrl-C closes it.\n`,
    );
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
