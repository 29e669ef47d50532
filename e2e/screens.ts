import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Colleague } from './staff.ts';
import { PASSWORD } from './centre-template.ts';

export const LARGE = { width: 1440, height: 900 } as const;
export const SMALL = { width: 390, height: 844 } as const;

/** A page of somebody's own browser, and what went wrong in it. */
export interface Screen extends AsyncDisposable {
  readonly page: Page;
  /** Errors of scripts, in the order they came. */
  readonly faults: readonly string[];
}

/** Opens a page of a browser profile of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  viewport: { readonly width: number; readonly height: number } = LARGE,
): Promise<Screen> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(address);
  return {
    page,
    faults,
    async [Symbol.asyncDispose]() {
      await context.close();
      expect(faults).toEqual([]);
    },
  };
}

/** Opens a page and signs somebody in on it. */
export async function openDesk(
  browser: Browser,
  address: string,
  { email }: Pick<Colleague, 'email'>,
  viewport?: { readonly width: number; readonly height: number },
): Promise<Screen> {
  const screen = await openPage(browser, address, viewport);
  await screen.page.getByLabel('E-mail').fill(email);
  await screen.page.getByLabel('Password').fill(PASSWORD);
  await screen.page.keyboard.press('Enter');
  await screen.page.getByRole('navigation', { name: 'Main' }).waitFor();
  return screen;
}

/** The rules of axe that look at colours. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Everybody can use what the page shows now, in light and in dark: axe finds nothing. What does not
 * look at colours comes to the same in both, and is asked once.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const before = await page.evaluate(`document.documentElement.dataset.theme ?? ''`);
  for (const theme of ['light', 'dark']) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    const axe = new AxeBuilder({ page });
    if (theme === 'dark') axe.withRules(ABOUT_COLOURS);
    // The other mode opens a page of its own to put the findings of frames together.
    if (page.frames().length === 1) axe.setLegacyMode();
    const { violations } = await axe.analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    expect(found, theme).toEqual([]);
  }
  await page.evaluate(`document.documentElement.dataset.theme = '${String(before)}'`);
}
