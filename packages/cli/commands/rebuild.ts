import {
  openDatabase,
  readSettings,
  rebuildViews,
  requireMigrated,
  type Tables,
} from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** `rapport rebuild`: drops the views and makes them anew. */
export const rebuildCommand: CliCommand = {
  name: 'rebuild',
  summary: 'Drops the views of the centre and makes them anew from its journal.',
  arguments: [],
  options: {},
  async run({ isJson }, world) {
    const settings = readSettings(world.environment);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport rebuild',
      // A mistyped folder must not end in a new, empty database.
      mayCreate: false,
    });
    await requireMigrated(database.kysely);
    const position = await rebuildViews(database.kysely, settings.centre, (seq) => {
      world.stop.throwIfAborted();
      if (world.isTerminal) world.err(`\rposition ${seq}`);
    }).finally(() => {
      if (world.isTerminal) world.err('\r\x1b[K');
    });
    world.out(
      isJson
        ? `${JSON.stringify({ centre: settings.centre, position })}\n`
        : `The views of ${settings.centre} are as its journal says, up to position ${position}.\n`,
    );
    return 0;
  },
};
