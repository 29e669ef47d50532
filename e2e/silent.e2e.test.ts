import { test } from 'vitest';
import { expectAccessible, openDesk } from './screens.ts';
import { openShop, takeOffer, visitShop } from './shop.ts';
import { type Colleague, knownCustomer } from './staff.ts';

let vera: Colleague;
const shop = openShop(async ({ staff }) => {
  vera = await staff.supervisor('Vera Lindholm');
  const { numbers } = (await staff.admin('GET', '/policy')) as { numbers: object };
  await staff.admin('PUT', '/policy', { ...numbers, silenceMs: 1_000 });
});

test('a chat whose customer is silent takes nothing of Ted’s room, on his desk and on the floor, until she writes', async () => {
  const { browser, centre, staff, ted } = shop();
  await knownCustomer(staff, 'Leila Haddad', ted);
  await using desk = await openDesk(browser, centre.address, ted);
  await using floor = await openDesk(browser, centre.address, vera);
  await using visit = await visitShop(browser, centre.address, {
    email: 'leila.haddad@customer.example',
  });
  await visit.field.fill('Nobody came at nine.');
  await visit.field.press('Enter');
  await takeOffer(desk.page);
  await desk.page.getByRole('log').getByText('Nobody came at nine.').waitFor();
  await floor.page.getByRole('button', { name: /^Ted Brandt/u }).press('Enter');
  const load = floor.page.getByRole('group', { name: 'Chosen' });
  await load.getByText('4 of 12 carried', { exact: true }).first().waitFor();

  await desk.page.keyboard.press('r');
  await desk.page.keyboard.type('I find out where he is.');
  await desk.page.keyboard.press('Control+Enter');
  const silent = desk.page.getByText(/silent for/u).first();
  await silent.waitFor();
  await expectAccessible(desk.page);
  await load.getByText('0 of 12 carried', { exact: true }).first().waitFor();
  await load.getByText(/silent for/u).waitFor();
  await expectAccessible(floor.page);

  await visit.field.fill('Thank you!');
  await visit.field.press('Enter');
  await silent.waitFor({ state: 'detached' });
  await load.getByText('4 of 12 carried', { exact: true }).first().waitFor();
});
