import { expect, test } from 'vitest';
import type { Colleague } from './staff.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import { openShop, takeOffer, visitShop } from './shop.ts';
import { knownCustomer, write } from './staff.ts';

let ann: Colleague;
let vera: Colleague;
const shop = openShop(async ({ staff }) => {
  ann = await staff.agent('Ann Okafor');
  vera = await staff.supervisor('Vera Lindholm');
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

  // Ted sees her although nothing is offered to him, and whoever watches over the floor sees why.
  const waiting = desk.page.getByRole('list', { name: 'Waiting for you' });
  await waiting.getByText('Leila Haddad').waitFor();
  await waiting.getByText(/By their choice · until/u).waitFor();
  await expectAccessible(desk.page);
  await using floor = await openDesk(browser, centre.address, vera);
  await floor.page.getByRole('button', { name: /^Items/u }).press('Enter');
  await floor.page
    .getByText(/chose to wait for Ted Brandt, until/u)
    .first()
    .waitFor();

  // Ann is there before Ted is, and is not asked.
  await ann.call('POST', '/me/state', { state: 'ready' });
  expect(await staff.admin('GET', '/work')).toMatchObject({ items: [{ status: 'waiting' }] });
  await ted.call('POST', '/me/state', { state: 'ready' });
  const offer = desk.page.getByRole('region', { name: 'Offered to you' });
  await offer.getByText('Waits for you, as they chose').waitFor();
  await waiting.waitFor({ state: 'detached' });
  await takeOffer(desk.page);
  await desk.page.getByRole('log').getByText('Nobody came at nine.').waitFor();
  await choice.waitFor({ state: 'hidden' });
  await desk.page.getByText('Waited for you, as they chose').waitFor();
});

test('Ann, who talks with Owen, says for him for whom his letter is to wait', async () => {
  const { browser, centre, staff, ted } = shop();
  const owen = await knownCustomer(staff, 'Owen Pritchard', ted);
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  const chatId = await write(staff, owen, { subject: 'My bill', text: 'It looks wrong.' });
  await ann.call('POST', `/work/${chatId}/accept`);
  const returnAt = Date.now() + 9.5 * 60_000;
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break', returnAt });
  await ann.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  const letterId = await write(staff, owen, { subject: 'The visit', text: 'When?' });
  await using desk = await openDesk(browser, centre.address, ann);
  const choice = desk.page.getByRole('group', { name: 'They wait for' });
  await choice.getByRole('button', { name: /Ted Brandt/u }).press('Enter');
  await choice.getByRole('button', { name: /Ted Brandt/u, pressed: true }).waitFor();
  await expectAccessible(desk.page);
  expect(await staff.admin('GET', `/work/${letterId}/choices`)).toMatchObject({
    chosenId: ted.agentId,
  });
});
