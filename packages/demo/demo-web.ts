import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSWORD, READY_ACCOUNTS } from './organisation/accounts.ts';
import { COMPANY } from './organisation/company.ts';

/**
 * Copies the built screens into the demo's own folder, and puts beside them what only a demo has: the
 * ready accounts, and the mark in the page by which the sign-in page looks for them. Returns the folder;
 * undefined where the screens have not been built.
 */
export function demoWeb(builtFolder: string, dataFolder: string): string | undefined {
  if (!existsSync(join(builtFolder, 'index.html'))) return undefined;
  const folder = join(dataFolder, 'web');
  rmSync(folder, { recursive: true, force: true });
  cpSync(builtFolder, folder, { recursive: true });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const mark = '<meta name="rapport-accounts" content="/demo.json" />';
  writeFileSync(join(folder, 'index.html'), page.replace('</head>', `${mark}</head>`));
  const accounts = READY_ACCOUNTS.map(({ name, email, role }) => ({ name, email, role }));
  const shown = { organisation: COMPANY, password: DEMO_PASSWORD, accounts };
  writeFileSync(join(folder, 'demo.json'), JSON.stringify(shown));
  return folder;
}
