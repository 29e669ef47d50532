import type { Browser, Locator, Page } from 'playwright-core';
import { type House, openHouse } from './house.ts';
import { openPage, type Screen, type SMALL } from './screens.ts';
import { type Colleague, openEntry } from './staff.ts';

/** A house that customers can come to, by the chat `shop` and the form `contact`, and Ted, who serves them. */
export function openShop(
  furnish?: (house: House) => Promise<unknown>,
): () => House & { readonly ted: Colleague } {
  let ted: Colleague | undefined;
  const house = openHouse(async (opened) => {
    ted = await opened.staff.agent('Ted Brandt');
    await openEntry(opened.staff, 'shop', 'chat');
    await openEntry(opened.staff, 'contact', 'web');
    await furnish?.(opened);
  });
  return () => {
    if (ted === undefined) throw new Error('the shop opens before the first test');
    return { ...house(), ted };
  };
}

/** A customer in the chat of the shop. */
export interface Visit extends Screen {
  readonly chat: Locator;
  /** Where he writes. */
  readonly field: Locator;
}

/** Opens the chat as somebody with this address, who has not said anything yet. */
export async function visitShop(
  browser: Browser,
  address: string,
  { email, viewport }: { readonly email?: string; readonly viewport?: typeof SMALL } = {},
): Promise<Visit> {
  const screen = await openPage(browser, `${address}/chat/shop`, viewport);
  const chat = screen.page.locator('rapport-chat');
  const field = chat.getByLabel('Message', { exact: true });
  await field.waitFor();
  if (email !== undefined) await chat.getByLabel('Your e-mail').fill(email);
  return { ...screen, chat, field };
}

/** Takes what is offered on a desk, once it is. */
export async function takeOffer(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Accept/u })
    .first()
    .waitFor();
  await page.keyboard.press('F9');
}
