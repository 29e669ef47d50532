import {
  openDatabase,
  readSettings,
  requireMigrated,
  revokeApiKey,
  type Tables,
} from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** `rapport revoke-key`: ends a key. */
export const revokeKeyCommand: CliCommand = {
  name: 'revoke-key',
  summary: 'Ends a key for the API; within five seconds it opens nothing.',
  arguments: [{ name: 'ID', summary: 'The key, such as key_0198….', isRequired: true }],
  options: {},
  async run({ arguments: { ID: id = '' }, isJson }, world) {
    const settings = readSettings(world.environment);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport revoke-key',
      mayCreate: false,
    });
    await requireMigrated(database.kysely);
    const isRevoked = await revokeApiKey(database.kysely, settings.centre, id);
    if (isJson) world.out(`${JSON.stringify({ id, isRevoked })}\n`);
    else if (isRevoked) world.out(`${id} opens nothing any more.\n`);
    if (!isRevoked) {
      world.err(`rapport: The centre ${settings.centre} has no such key in force: ${id}\n`);
    }
    return isRevoked ? 0 : 1;
  },
};
