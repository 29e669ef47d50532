import {
  openDatabase,
  readSettings,
  requireMigrated,
  startPasswordResetOf,
  type Tables,
} from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** `rapport reset-password`: lets somebody in who has forgotten his password. */
export const resetPasswordCommand: CliCommand = {
  name: 'reset-password',
  summary: 'Prints a link with which somebody chooses another password, once and within a day.',
  arguments: [{ name: 'EMAIL', summary: 'The address that he signs in with.', isRequired: true }],
  options: {},
  async run({ arguments: { EMAIL: email = '' }, isJson }, world) {
    const settings = readSettings(world.environment);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport reset-password',
      mayCreate: false,
    });
    await requireMigrated(database.kysely);
    const link = await startPasswordResetOf(database.kysely, settings.centre, email);
    if (link === undefined) {
      world.err(`Nobody in ${settings.centre} signs in with ${email}.\n`);
      return 1;
    }
    const { publicUrl, host, port } = settings;
    const url = `${publicUrl ?? `http://${host}:${port}`}/password#${link.token}`;
    const { expiresAt } = link;
    world.out(isJson ? `${JSON.stringify({ url, expiresAt })}\n` : `${url}\n`);
    return 0;
  },
};
