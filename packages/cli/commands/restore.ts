import {
  openDatabase,
  readSettings,
  restore,
  schemaSteps,
  type Tables,
  verifyBackup,
} from '@rapport/server';
import { type CliCommand, UsageError } from '../cli-command.ts';
import { requireReadableFile } from '../file-argument.ts';
import { progressOn } from './table-progress.ts';

/** `rapport restore FILE`: loads a backup into an empty database. */
export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'Loads a backup into an empty database, after verifying every byte of it.',
  arguments: [{ name: 'FILE', summary: 'What `rapport backup` wrote.', isRequired: true }],
  options: {},
  async run({ arguments: { FILE: file }, isJson }, world) {
    if (file === undefined || file === '') throw new UsageError('FILE is missing.');
    await requireReadableFile(file);
    const settings = readSettings(world.environment);
    // First, because a file that is no backup must not leave a new, empty database behind.
    const verified = await verifyBackup(file, world.stop);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport restore',
    });
    const progress = progressOn(world);
    const report = await restore(database, schemaSteps(database.kysely), {
      file,
      verified,
      signal: world.stop,
      progress: progress.show,
    }).finally(progress.clear);
    const { tableCount, rowCount, createdAt } = report;
    world.out(
      isJson
        ? `${JSON.stringify(report)}\n`
        : `Restored ${rowCount} rows of ${tableCount} tables, as of ${createdAt}.\n`,
    );
    return 0;
  },
};
