import { once } from 'node:events';
import { openDatabase } from '../database/open-database.ts';
import { readSettings } from '../read-settings.ts';

// A process that uses the database and holds it open until its standard input ends. It says what it
// found as one JSON line each: `{"rows":…}` when the statement in its argument has run, then
// `{"closed":true}`. See `start-database-process.ts`.
const say = (fact: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
};

await using database = await openDatabase(readSettings(process.env));
const { rows } = await database.pool.query<Record<string, unknown>>(process.argv[2] ?? 'select 1');
say({ rows });
process.stdin.resume();
await once(process.stdin, 'end');
await database.close();
say({ closed: true });
