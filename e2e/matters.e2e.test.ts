import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { takeOffer } from './shop.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('Rosa has written twice about her roof: Ted says so, and closes both at once', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const rosa = await knownCustomer(staff, 'Rosa Feld', ted);
  const letters = { channel: 'email', text: 'The storm took some tiles.' } as const;
  await write(staff, rosa, { ...letters, subject: 'Roof tiles' });
  await write(staff, rosa, { ...letters, subject: 'Roof, again' });
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  await takeOffer(page);
  const open = page.getByRole('region', { name: 'Open' });
  const link = open.getByRole('button', { name: '“Roof, again” is the same matter as this' });
  await link.click();
  await page.getByText('“Roof, again” belongs to the same matter').waitFor();
  const aside = page.getByText('Put aside · Roof, again');
  await aside.waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('“Roof, again” is a matter of its own').waitFor();
  await aside.waitFor({ state: 'detached' });
  await link.click();
  await aside.waitFor();
  await expectAccessible(page);
  // What is put aside says for what, and leads there.
  await aside.click();
  await page.getByText('Put aside for “Roof tiles”').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go there' }).click();
  await page.getByRole('heading', { name: 'Roof tiles' }).waitFor();
  await page.getByRole('button', { name: /^Resolve/u }).click();
  await page.getByRole('checkbox', { name: /Roof, again/u }).check();
  await expectAccessible(page);
  // The box that was ticked keeps no key to itself.
  await page.keyboard.press('e');
  await expect
    .poll(async () => await staff.admin('GET', '/work'))
    .toMatchObject({ items: [{ status: 'done' }, { status: 'done' }] });
});

test('a third letter joins the two that belong together already', async () => {
  const { browser, centre, staff } = house();
  const bea = await staff.agent('Bea Lang');
  const ines = await knownCustomer(staff, 'Ines Roth', bea);
  for (const subject of ['Roof tiles', 'Roof, again']) {
    await write(staff, ines, { channel: 'email', subject, text: 'The storm took some tiles.' });
  }
  await using desk = await openDesk(browser, centre.address, bea);
  const { page } = desk;
  await takeOffer(page);
  const open = page.getByRole('region', { name: 'Open' });
  await open.getByRole('button', { name: '“Roof, again” is the same matter as this' }).click();
  await page.getByText('“Roof, again” belongs to the same matter').waitFor();
  await write(staff, ines, { channel: 'email', subject: 'Gutter', text: 'It leaks.' });
  await takeOffer(page);
  await page.getByRole('heading', { name: 'Gutter' }).waitFor();
  await open.getByRole('button', { name: '“Roof tiles” is the same matter as this' }).click();
  await page.getByText('“Roof tiles” belongs to the same matter').waitFor();
  await expect.poll(async () => await open.getByText('Same matter').count()).toBe(2);
});
