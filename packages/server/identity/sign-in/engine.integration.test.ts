import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { CENTRE_DATABASES } from '../../testing/centre-database.ts';
import { engineDatabase, engineOptions } from './engine.ts';

test.each(CENTRE_DATABASES)('the engine lacks nothing in $kind', async ({ open }) => {
  await using database = await open();
  const options = { centre: 'main', secret: 'x', isSecure: true, notice: () => undefined };
  const wanted = await getMigrations({
    ...engineOptions(options),
    database: engineDatabase(database.kysely),
  });
  expect(await wanted.compileMigrations()).toBe(';');
});
