import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, LARGE, openDesk, SMALL } from './screens.ts';
import { type Colleague, knownCustomer, write } from './staff.ts';

let ted: Colleague;
const house = openHouse(async ({ staff }) => {
  ted = await staff.agent('Ted Brandt');
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  await write(staff, leila, {
    subject: 'The engineer did not come again, the second time this month',
    text: 'Nobody came at nine. This is the second time that I took a morning off work.',
  });
});

test.each([
  { name: 'on a telephone', viewport: SMALL },
  // What is left of a large screen when everything is twice as large.
  { name: 'at 200 % zoom', viewport: { width: LARGE.width / 2, height: LARGE.height / 2 } },
  { name: 'on the narrowest screen', viewport: { width: 320, height: 640 } },
])('the desk is whole $name: nothing is cut, nothing scrolls sideways', async ({ viewport }) => {
  const { browser, centre } = house();
  await using desk = await openDesk(browser, centre.address, ted, viewport);
  const { page } = desk;
  await page.getByText('The engineer did not come again').first().waitFor();
  // The first of these screens is offered it; the others find it accepted.
  const accept = page.getByRole('button', { name: /Accept/u }).first();
  const row = page.getByRole('list').getByRole('button', { name: /^Leila Haddad/u });
  const said = page.getByRole('log').getByText('Nobody came at nine.');
  await accept.or(row).first().waitFor();
  if (await accept.isVisible()) await accept.click();
  else await row.click();
  await said.waitFor();
  expect(await widthBeyond(page)).toBe(0);
  const resolve = page.getByRole('button', { name: /Resolve/u });
  await resolve.scrollIntoViewIfNeeded();
  const box = await resolve.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
  await expectAccessible(page);
});

test('on a telephone the desk is one side at a time, each with the ways to the others', async () => {
  const { browser, centre } = house();
  await using desk = await openDesk(browser, centre.address, ted, SMALL);
  const { page } = desk;
  const queue = page.getByRole('complementary', { name: 'My queue' });
  const said = page.getByRole('log').getByText('Nobody came at nine.');
  const customer = page.getByRole('complementary', { name: 'Customer', exact: true });
  const sides = page.getByRole('navigation', { name: 'My desk' });
  await queue
    .getByRole('list')
    .getByRole('button', { name: /^Leila Haddad/u })
    .click();
  await said.waitFor();
  expect(await queue.isVisible()).toBe(false);
  // All of it is on the screen: where one writes as well.
  const send = await page.getByRole('button', { name: 'Send' }).boundingBox();
  expect((send?.y ?? Infinity) + (send?.height ?? 0)).toBeLessThan(SMALL.height);
  await sides.getByRole('button', { name: 'Customer' }).click();
  await customer.getByRole('heading', { name: 'Leila Haddad' }).waitFor();
  expect(await said.isVisible()).toBe(false);
  await expectAccessible(page);
  await sides.getByRole('button', { name: 'My queue' }).click();
  await queue.getByText('Leila Haddad').first().waitFor();
  expect(await customer.isVisible()).toBe(false);
});

/** By how much the page is wider than the screen. */
async function widthBeyond(page: Page): Promise<unknown> {
  return await page.evaluate('document.documentElement.scrollWidth - innerWidth');
}
