import {
  adoptKey,
  openDatabase,
  readSettings,
  requireMigrated,
  secretKey,
  type Tables,
  takeServerLock,
} from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** `rapport adopt-key`: goes on with another secret key. */
export const adoptKeyCommand: CliCommand = {
  name: 'adopt-key',
  summary: 'Makes the secret key that is there now the one of the centre; second factors end.',
  arguments: [],
  options: {},
  async run({ isJson }, world) {
    const settings = readSettings(world.environment);
    const { centre } = settings;
    await using stack = new AsyncDisposableStack();
    const database = stack.use(
      await openDatabase<Tables>(settings, {
        applicationName: 'rapport adopt-key',
        mayCreate: false,
      }),
    );
    await requireMigrated(database.kysely);
    // Whoever serves the centre would go on sealing with the key that he read.
    stack.use(await takeServerLock(database, centre));
    const key = secretKey(settings);
    const endedCount = await adoptKey({ db: database.kysely, centre, key });
    world.out(
      isJson
        ? `${JSON.stringify({ centre, endedCount })}\n`
        : `${centre} has this key now. Second factors that ended: ${endedCount}. ` +
            'Everybody signs in again, and each webhook needs a new secret.\n',
    );
    return 0;
  },
};
