import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { COMMANDS } from '../packages/cli/commands.ts';
import { SETTINGS, SETTINGS_FILE_VARIABLE } from '../packages/server/settings.ts';
import { cliPage } from './reference/cli-page.ts';
import { coreCatalogue } from './reference/core-catalogue.ts';
import { commandsPage, eventsPage, refusalsPage, typesPage } from './reference/message-pages.ts';
import { settingsPage } from './reference/settings-page.ts';

// `npm run docs` writes docs/reference from the sources; without --write it only compares, and
// fails when a page is stale, so that the reference cannot come to say what is no longer true.
const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));
const isWriting = process.argv.includes('--write');

const catalogue = coreCatalogue();
const pages: Readonly<Record<string, string>> = {
  'cli.md': cliPage(COMMANDS),
  'commands.md': commandsPage(catalogue),
  'events.md': eventsPage(catalogue),
  'refusals.md': refusalsPage(catalogue),
  'settings.md': settingsPage(SETTINGS, SETTINGS_FILE_VARIABLE),
  'types.md': typesPage(catalogue),
};
// Written by hand, because what was measured cannot be made from sources.
const byHand: ReadonlySet<string> = new Set(['performance.md']);
const style = await resolveConfig(folder);
const present = new Set(await readdir(folder));
const wrong: string[] = [];
for (const [name, text] of Object.entries(pages)) {
  const wanted = await format(text, { ...style, parser: 'markdown' });
  const found = present.has(name) ? await readFile(`${folder}${name}`, 'utf8') : undefined;
  if (found === wanted) continue;
  if (isWriting) await writeFile(`${folder}${name}`, wanted);
  else wrong.push(`docs/reference/${name} is stale`);
}
for (const name of present) {
  if (!Object.hasOwn(pages, name) && !byHand.has(name))
    wrong.push(`docs/reference/${name} is made from nothing`);
}
for (const line of wrong) process.stderr.write(`${line}; run: npm run docs\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
