import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { knownCustomer } from './staff.ts';

const house = openHouse();

test('Vera lets a customer go before others until a day, ends that, and takes the end back', async () => {
  const { browser, centre, staff } = house();
  const vera = await staff.supervisor('Vera Lindholm');
  const customerId = await knownCustomer(staff, 'Leila Haddad');
  const credits = async () => (await staff.admin('GET', '/credits'))['items'];
  await using screen = await openDesk(browser, centre.address, vera);
  const { page } = screen;
  await page.goto(`${centre.address}/set-up/credits`);
  await page.getByText('Nobody goes before others.').waitFor();
  await page.getByRole('button', { name: 'Let somebody go before' }).click();
  const address = page.getByLabel('E-mail or telephone of the customer');
  await address.fill('nobody@customer.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('No customer is known by this address.').waitFor();
  await expectAccessible(page);
  await address.fill('leila.haddad@customer.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Leila Haddad goes before others.').waitFor();
  await page.getByRole('button', { name: 'Leila Haddad' }).press('Enter');
  await expectAccessible(page);
  expect(await credits()).toMatchObject([{ customerId, priority: 0.5, ownerId: vera.personId }]);
  await page.getByRole('button', { name: 'End it now' }).press('Enter');
  await page.getByText('Leila Haddad goes before others no more.').waitFor();
  expect(await credits()).toEqual([]);
  await page.getByRole('button', { name: /^Undo/u }).press('Enter');
  await page.getByText('Undone.').waitFor();
  expect(await credits()).toMatchObject([{ customerId, priority: 0.5 }]);

  // Given anew and taken back, it is what it was.
  await page.getByRole('button', { name: 'Let somebody go before' }).click();
  await address.fill('leila.haddad@customer.example');
  await page.getByLabel('Priority').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(credits).toMatchObject([{ customerId, priority: 2 }]);
  await page.getByRole('button', { name: /^Undo/u }).press('Enter');
  await page.getByText('Undone.').waitFor();
  expect(await credits()).toMatchObject([{ customerId, priority: 0.5 }]);
});
