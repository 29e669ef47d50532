import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { ADMINISTRATOR } from './centre-template.ts';
import { knownCustomer } from './staff.ts';

const house = openHouse();

test('Ola leaves the company: first signed out, and her customer goes to Per', async () => {
  const { browser, centre, staff } = house();
  const per = await staff.agent('Per Lind');
  const ola = await staff.agent('Ola Nys');
  const customerId = await knownCustomer(staff, 'Rosa Feld', ola);
  await using screen = await openDesk(browser, `${centre.address}/set-up/skills`, {
    email: ADMINISTRATOR,
  });
  const { page } = screen;
  await page.getByRole('button', { name: /Ola Nys/u }).click();
  await page.getByRole('button', { name: 'Give customers to others …' }).click();
  const rehome = page.getByRole('dialog', { name: /Give Ola Nys’s customers/u });
  await rehome.getByText('1 to nobody').waitFor();
  await page.keyboard.press('Escape');
  await rehome.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Leaves the company …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ola Nys leaves the company' });
  await dialog.getByText('1 to nobody').waitFor();
  const take = dialog.getByRole('button', { name: 'Take off the desk' });
  expect(await take.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: /Some have nobody/u }).check();
  expect(await take.isEnabled()).toBe(true);
  await expectAccessible(page);
  await dialog.getByLabel('Whoever has no deputy goes to').selectOption('Per Lind');
  await dialog.getByText('1 to Per Lind').waitFor();
  await expectAccessible(page);
  await take.click();
  await dialog.getByText('Ola Nys is still signed in.').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Sign out now' }).click();
  await dialog.getByText('Ola Nys is signed out.').waitFor();
  await dialog.locator('[type="submit"]:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Ola Nys has left.').waitFor();
  await page.getByRole('button', { name: /Ola Nys/u }).waitFor({ state: 'detached' });
  const bond = await staff.admin('GET', `/customers/${customerId}/bond`);
  expect(bond).toMatchObject({ ownerId: per.agentId });
});

test('Uma leaves sixty to nobody, is told so before and after, and Pia has them until that is undone', async () => {
  const { browser, centre, staff } = house();
  const pia = await staff.agent('Pia Berg');
  const uma = await staff.agent('Uma Holt');
  const customerIds = await Promise.all(
    Array.from({ length: 58 }, (_, count) =>
      knownCustomer(staff, `Customer ${String(count)}`, uma),
    ),
  );
  for (const piiName of ['Bolt Ltd', 'Cork Ltd']) {
    const { accountId } = await staff.admin('POST', '/accounts', { piiName });
    const bond = { ownerId: uma.agentId, deputyIds: [] };
    await staff.admin('PUT', `/accounts/${String(accountId)}/bond`, bond);
  }
  await uma.call('POST', '/me/state', { state: 'signed-out' });
  await using screen = await openDesk(browser, `${centre.address}/set-up/skills`, {
    email: ADMINISTRATOR,
  });
  const { page } = screen;
  await page.getByRole('button', { name: /Uma Holt/u }).click();
  await page.getByRole('button', { name: 'Leaves the company …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Uma Holt leaves the company' });
  await dialog.getByText('60 to nobody').waitFor();
  await dialog.getByText('and more, the same way.').waitFor();
  await dialog.getByRole('checkbox', { name: /Some have nobody/u }).check();
  await dialog.getByRole('button', { name: 'Take off the desk' }).click();
  const left = page.getByText(
    'Uma Holt has left, and nobody looks after 60 customers and accounts yet.',
  );
  await left.waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Give customers to others … Uma Holt' }).click();
  const rehome = page.getByRole('dialog', { name: /Give Uma Holt’s customers/u });
  await rehome.getByLabel('Whoever has no deputy goes to').selectOption('Pia Berg');
  await rehome.getByText('60 to Pia Berg').waitFor();
  await rehome.getByRole('button', { name: 'Give them on' }).click();
  await left.waitFor({ state: 'detached' });
  const owner = () => staff.admin('GET', `/customers/${String(customerIds[57])}/bond`);
  expect(await owner()).toMatchObject({ ownerId: pia.agentId });
  await page.getByRole('button', { name: 'Undo' }).click();
  await left.waitFor();
  expect(await owner()).toMatchObject({ ownerId: uma.agentId });
});
