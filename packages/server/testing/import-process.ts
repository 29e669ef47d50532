import { openDatabase } from '../database/open-database.ts';
import { importFile } from '../imports/import-file.ts';
import { requestOf } from '../imports/begin-import.ts';
import { readSettings } from '../read-settings.ts';
import type { Tables } from '../store/tables.ts';

// Imports a file as the command line does, and is gone as by kill -9 so many milliseconds after its
// first chunk: in the middle of the second. The path, the centre, the request as it is stored.
const [path = '', centre = '', options = '', killAfterMs = ''] = process.argv.slice(2);

await using database = await openDatabase<Tables>(readSettings(process.env));
await importFile(database, path, {
  centre,
  actor: 'tester',
  signal: new AbortController().signal,
  onProgress: () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(killAfterMs));
  },
  onOwed: () => undefined,
  request: requestOf(options),
});
