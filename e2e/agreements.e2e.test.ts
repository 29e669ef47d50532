import { expect, test } from 'vitest';
import { ADMINISTRATOR } from './centre-template.ts';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { knownCustomer } from './staff.ts';

const house = openHouse();

test('an agreement is made, changed for what comes in from then on, and begun again as it was', async () => {
  const { browser, centre, staff } = house();
  await using screen = await openDesk(browser, centre.address, { email: ADMINISTRATOR });
  const { page } = screen;
  await page.goto(`${centre.address}/set-up/agreements`);
  await page.getByText(/^Nothing has been agreed/u).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New agreement' }).click();
  await page.getByLabel('Called').fill('Standard care');
  const first = page.getByRole('group', { name: 'Promise 1' });
  await first.getByLabel('Channel').selectOption('Live channels');
  await first.getByLabel('Answered within').fill('30');
  await first.getByText('Live channels: Answered within 30 seconds for 80 %').waitFor();
  await page.getByRole('button', { name: 'Another promise' }).click();
  const second = page.getByRole('group', { name: 'Promise 2' });
  await second.getByLabel('Tier').fill('gold');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Version 1 of “standard-care” is agreed.').waitFor();

  const customerId = await knownCustomer(staff, 'Leila Haddad');
  const receive = async () => {
    const body = { channel: 'chat', customerId, requirements: [] };
    const { workId, position } = await staff.admin('POST', '/work', body);
    const path = `/work/${String(workId)}?after=${String(position)}`;
    return String((await staff.admin('GET', path))['promiseId']);
  };
  const before = await receive();

  await page.getByRole('button', { name: 'standard-care' }).press('Enter');
  const versions = page.getByRole('region', { name: 'Versions' });
  await versions.getByText('Agreed by you').waitFor();
  await first.getByLabel('Answered within').fill('10');
  await page.getByRole('button', { name: 'Save' }).click();
  await versions.getByText('Version 2').waitFor();
  // The most specific stands first.
  await versions.getByText(/^tier gold: Answered within 10 seconds/u).waitFor();
  await expectAccessible(page);
  expect(await receive()).not.toBe(before);

  await versions.getByRole('button', { name: 'Begin with version 1' }).press('Enter');
  await expect.poll(() => first.getByLabel('Answered within').inputValue()).toBe('20');
});
