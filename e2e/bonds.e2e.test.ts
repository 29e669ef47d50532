import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('Ted sees who knows Leila and for what, notes her wish, and makes two records of her one and two again', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const ann = await staff.agent('Ann Okafor');
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  await knownCustomer(staff, 'L Haddad');
  await staff.admin('PUT', `/customers/${leila}/bond`, {
    topic: 'invoice',
    ownerId: ann.agentId,
    deputyIds: [],
  });
  await write(staff, leila, { subject: 'A bill', text: 'My bill is wrong.' });
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  await page.getByText('A bill').first().click();
  const knows = page.getByRole('region', { name: 'Who knows them' });
  await knows.getByText('Ann Okafor about invoice').waitFor();
  await knows.getByText('Ted Brandt looks after them').waitFor();
  await expectAccessible(page);

  await knows.getByRole('button', { name: 'Wishes' }).click();
  await page.getByRole('button', { name: 'Somebody who is never to be asked' }).click();
  await page.getByLabel('Never ask').selectOption('Ann Okafor');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await knows.getByText('Never Ann Okafor, as they wish').waitFor();

  await knows.getByRole('button', { name: 'Merge' }).click();
  await page.getByLabel('E-mail address or telephone number').fill('nobody@customer.example');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('Nobody has this address.').waitFor();
  await page.getByLabel('E-mail address or telephone number').fill('l.haddad@customer.example');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('Found: L Haddad').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'They are one person' }).click();
  await knows.getByText('Also kept as L Haddad').waitFor();
  await page.getByText('l.haddad@customer.example').waitFor();

  await knows.getByText('Changes').click();
  await knows.getByText('two records became one').waitFor();
  await knows.getByText('wishes changed').waitFor();
  await expectAccessible(page);
  await knows.getByRole('button', { name: 'They are two' }).click();
  await page.getByText('L Haddad is somebody else again.').waitFor();
  expect(await staff.admin('GET', `/customers/${leila}/bond`)).toMatchObject({ mergedIds: [] });
});

test('a supervisor says on the floor who looks after a customer, until when', async () => {
  const { browser, centre, staff } = house();
  const dana = await staff.supervisor('Dana Ruiz');
  const marta = await knownCustomer(staff, 'Marta Kowalska');
  await staff.agent('Cleo Marsh');
  await write(staff, marta, { subject: 'A visit', text: 'When do you come?' });
  await using floor = await openDesk(browser, centre.address, dana);
  const { page } = floor;
  await page.getByRole('button', { name: /^Items/u }).press('Enter');
  const items = page.getByRole('list', { name: 'Items' });
  await items.getByRole('button', { name: 'Marta Kowalska' }).press('Enter');
  const knows = page.getByRole('region', { name: 'Who knows them' });
  await knows.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Looks after them').selectOption('Cleo Marsh');
  await page.getByLabel('They asked for it themselves').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await knows.getByRole('button', { name: 'Cleo Marsh' }).waitFor();
  const bond = await staff.admin('GET', `/customers/${marta}/bond`);
  expect(bond).toMatchObject({ origin: 'customer-asked', deputyIds: [] });
});
