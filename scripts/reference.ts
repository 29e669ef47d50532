import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { COMMANDS } from '../packages/cli/commands.ts';
import { ROUTES } from '../packages/protocol/http/routes.ts';
import { SETTINGS_FILE_VARIABLE } from '../packages/server/read-settings.ts';
import { SETTINGS } from '../packages/server/settings.ts';
import { apiPage } from './reference/api-page.ts';
import { apiTypes } from './reference/api-types.ts';
import { cliPage } from './reference/cli-page.ts';
import { coreCatalogue } from './reference/core-catalogue.ts';
import { commandsPage, eventsPage, refusalsPage, typesPage } from './reference/message-pages.ts';
import { settingsPage } from './reference/settings-page.ts';

// `npm run docs` writes docs/reference and other generated files from the sources; without --write
// it only compares, and fails when one is stale, so that none can come to say what is no longer true.
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'docs/reference/';
const isWriting = process.argv.includes('--write');

const catalogue = coreCatalogue();
const pages: Readonly<Record<string, string>> = {
  'api.md': apiPage(ROUTES),
  'cli.md': cliPage(COMMANDS),
  'commands.md': commandsPage(catalogue),
  'events.md': eventsPage(catalogue),
  'refusals.md': refusalsPage(catalogue),
  'settings.md': settingsPage(SETTINGS, SETTINGS_FILE_VARIABLE),
  'types.md': typesPage(catalogue),
};
// Written by hand, because what was measured cannot be made from sources.
const byHand: ReadonlySet<string> = new Set(['guarantees.md', 'performance.md']);
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`${folder}${name}`, text])),
  'packages/protocol/client/api-types.generated.ts': await apiTypes(),
};
const wrong: string[] = [];
for (const [path, text] of Object.entries(files)) {
  const file = join(root, path);
  const style = await resolveConfig(file);
  const wanted = await format(text, { ...style, filepath: file });
  const found = await readFile(file, 'utf8').catch(() => undefined);
  if (found === wanted) continue;
  if (isWriting) await writeFile(file, wanted);
  else wrong.push(`${path} is stale`);
}
for (const name of await readdir(join(root, folder))) {
  if (!Object.hasOwn(pages, name) && !byHand.has(name))
    wrong.push(`${folder}${name} is made from nothing`);
}
for (const line of wrong) process.stderr.write(`${line}; run: npm run docs\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
