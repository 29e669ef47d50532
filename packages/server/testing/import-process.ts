import { openDatabase } from '../database/open-database.ts';
import { importFile } from '../imports/import-file.ts';
import { requestOf } from '../imports/begin-import.ts';
import { readSettings } from '../read-settings.ts';
import type { Tables } from '../store/tables.ts';

// Imports a file as the command line does, so that a test can end it at any moment: the path, the
// centre, and the request as it is stored.
const [path = '', centre = '', options = ''] = process.argv.slice(2);

await using database = await openDatabase<Tables>(readSettings(process.env));
await importFile(database, path, {
  centre,
  actor: 'tester',
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onOwed: () => undefined,
  request: requestOf(options),
});
