import {
  endSecondFactorOf,
  openDatabase,
  readSettings,
  requireMigrated,
  type Tables,
} from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** `rapport end-second-factor`: lets somebody in who has lost his second factor. */
export const endSecondFactorCommand: CliCommand = {
  name: 'end-second-factor',
  summary: 'Ends the second factor that a person has lost, and all his sessions.',
  arguments: [{ name: 'EMAIL', summary: 'The address that he signs in with.', isRequired: true }],
  options: {},
  async run({ arguments: { EMAIL: email = '' }, isJson }, world) {
    const settings = readSettings(world.environment);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport end-second-factor',
      mayCreate: false,
    });
    await requireMigrated(database.kysely);
    const isEnded = await endSecondFactorOf(database.kysely, settings.centre, email);
    if (isJson) world.out(`${JSON.stringify({ isEnded })}\n`);
    else if (isEnded) world.out(`${email} signs in with the password alone.\n`);
    if (!isEnded) world.err(`Nobody in ${settings.centre} has a second factor with ${email}.\n`);
    return isEnded ? 0 : 1;
  },
};
