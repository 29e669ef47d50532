import { expect, test } from 'vitest';
import type { Colleague } from './staff.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import { openShop, takeOffer, visitShop } from './shop.ts';
import { knownCustomer } from './staff.ts';

let ann: Colleague;
const shop = openShop(async ({ staff }) => {
  ann = await staff.agent('Ann Okafor');
});

test('Leila says that she waits for Ted, nobody else is asked meanwhile, and Ted has her when he is back', async () => {
  const { browser, centre, staff, ted } = shop();
  await knownCustomer(staff, 'Leila Haddad', ted);
  const returnAt = Date.now() + 9.5 * 60_000;
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break', returnAt });
  await ann.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  await using desk = await openDesk(browser, centre.address, ted);
  await using visit = await visitShop(browser, centre.address, {
    email: 'leila.haddad@customer.example',
  });
  const { chat, field } = visit;
  await field.fill('Nobody came at nine.');
  await field.press('Enter');

  const choice = chat.getByRole('group', { name: 'For whom do you want to wait?' });
  const forTed = choice.getByRole('button', { name: 'Ted Brandt, about 10 min' });
  await forTed.waitFor();
  expect(await choice.getByRole('button', { pressed: true }).textContent()).toContain('Whoever');
  await forTed.press('Enter');
  await choice.getByRole('button', { name: /Ted Brandt/u, pressed: true }).waitFor();
  await expectAccessible(visit.page);
  await visit.page.setViewportSize(SMALL);
  await choice.waitFor();

  // Ann is there before Ted is, and is not asked.
  await ann.call('POST', '/me/state', { state: 'ready' });
  expect(await staff.admin('GET', '/work')).toMatchObject({ items: [{ status: 'waiting' }] });
  await ted.call('POST', '/me/state', { state: 'ready' });
  await takeOffer(desk.page);
  await desk.page.getByRole('log').getByText('Nobody came at nine.').waitFor();
  await choice.waitFor({ state: 'hidden' });
});
