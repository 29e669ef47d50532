import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSWORD, READY_ACCOUNTS } from './organisation/accounts.ts';
import { COMPANY } from './organisation/company.ts';

/** A page of the company as its customers see it, with the chat in its corner. */
export const COMPANY_PAGE = '/halden-birk.html';

/**
 * Copies the built screens into the demo's own folder, and puts beside them what only a demo has: the
 * ready accounts, the mark in the page by which the sign-in page looks for them, and the company's own
 * page. Returns the folder;
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
  const shown = { organisation: COMPANY, page: COMPANY_PAGE, password: DEMO_PASSWORD, accounts };
  writeFileSync(join(folder, 'demo.json'), JSON.stringify(shown));
  cpSync(join(import.meta.dirname, 'site/company.html'), join(folder, COMPANY_PAGE));
  return folder;
}
