import { backup, openDatabase, readSettings } from '@rapport/server';
import { type CliCommand, UsageError } from '../cli-command.ts';
import { requirePlaceForFile } from '../file-argument.ts';
import { progressOn } from './table-progress.ts';

/** `rapport backup FILE`: writes everything to one file, while the centre goes on working. */
export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'Writes everything that the database holds, as of one moment, to one file.',
  arguments: [{ name: 'FILE', summary: 'Where to, such as monday.backup.', isRequired: true }],
  options: { force: { kind: 'flag', summary: 'Replaces a file that is there.' } },
  async run({ arguments: { FILE: file }, options, isJson }, world) {
    if (file === undefined || file === '') throw new UsageError('FILE is missing.');
    await requirePlaceForFile(file);
    const settings = readSettings(world.environment);
    await using database = await openDatabase(settings, {
      applicationName: 'rapport backup',
      // A mistyped folder must not end in the backup of a new, empty database.
      mayCreate: false,
    });
    const progress = progressOn(world);
    const report = await backup(database, {
      file,
      isForced: options['force'] === true,
      signal: world.stop,
      progress: progress.show,
    }).finally(progress.clear);
    const { tableCount, rowCount, sizeBytes } = report;
    world.out(
      isJson
        ? `${JSON.stringify(report)}\n`
        : `${file}: ${rowCount} rows of ${tableCount} tables, ${sizeBytes} bytes.\n`,
    );
    return 0;
  },
};
