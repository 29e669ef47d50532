import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAM = process.env['RAPPORT_CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Starts Debian's Chromium without a window.
 *
 * @throws {Error} it is not installed; it says how to install it.
 */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(PROGRAM)) {
    throw new Error(`there is no Chromium at ${PROGRAM}. Run: npm run setup:test`);
  }
  return await chromium.launch({
    executablePath: PROGRAM,
    // Containers have no user namespaces and little shared memory; nothing but our own pages is opened.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run'],
  });
}
