import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('an offer is not missed on another screen: it is told there and in the tab, and F9 takes it', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  await page.goto(`${centre.address}/parts`);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await write(staff, leila, { subject: 'The engineer', text: 'Nobody came at nine.' });
  await page.getByRole('alert').getByText('Leila Haddad is offered to you').waitFor();
  await expect.poll(() => page.title()).toBe('Offered: Leila Haddad');
  await page.keyboard.press('F9');
  await page.waitForURL(`${centre.address}/desk`);
  await page.getByRole('log').getByText('Nobody came at nine.').waitFor();
  await expect.poll(() => page.title()).not.toContain('Offered');

  await page.getByRole('button', { name: 'My state' }).click();
  await page.getByRole('menuitem', { name: 'Sounds and notifications' }).click();
  await page.getByRole('dialog', { name: 'Sounds and notifications' }).waitFor();
  await expectAccessible(page);
});
