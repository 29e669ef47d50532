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
  await waiting.getByRole('button', { name: /Leila Haddad/u }).press('Enter');
  await desk.page.getByRole('group', { name: 'They wait for' }).waitFor();
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

interface Promised {
  readonly callback: { readonly dueAt: number };
}

/** The wall clock so far from now, as a field takes it. */
function inMinutes(count: number): string {
  const at = new Date(Date.now() + count * 60_000);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

test('Ann, who talks with Owen, says for him for whom his letter is to wait', async () => {
  const { browser, centre, staff, ted } = shop();
  await staff.admin('PUT', '/settings', { region: 'DE' });
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

  // Or she promises him that Ted calls, and takes it back.
  await desk.page.getByRole('button', { name: 'Promise a call …' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Call Owen Pritchard back' });
  await expectAccessible(desk.page);
  await dialog.getByLabel('At which number').fill('+41 44 668 18 00');
  await dialog.getByRole('button', { name: 'Promise the call' }).click();
  await dialog
    .getByText(/^Expected|cannot|expected/u)
    .first()
    .waitFor();
  await dialog.getByLabel('At which number').fill('030 1234567');
  await desk.page.keyboard.press('Enter');
  const call = desk.page.getByRole('group', { name: 'Promised call' });
  await call.getByText(/^Call by Ted Brandt: /u).waitFor();
  await expectAccessible(desk.page);
  const choices = () => staff.admin('GET', `/work/${letterId}/choices`);
  expect(await choices()).toMatchObject({ callback: { agentId: ted.agentId, attempt: 1 } });
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await desk.page.getByRole('button', { name: 'Promise a call …' }).click();
  expect(await choices()).not.toHaveProperty('callback');

  // Before he is back he calls nobody.
  await dialog.getByLabel('At another time').fill(inMinutes(3));
  await dialog.getByLabel('At which number').fill('030 1234567');
  await desk.page.keyboard.press('Enter');
  await dialog.getByText('Ted Brandt is not free then. Choose another moment.').waitFor();
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Promise the call' }).click();
  await call.getByRole('button', { name: 'No call any more' }).press('Enter');
  await call.waitFor({ state: 'detached' });
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await call.waitFor();

  // Moved, and back.
  const promised = await choices();
  expect(promised).toMatchObject({ callback: { agentId: ted.agentId } });
  await call.getByRole('button', { name: 'Another moment …' }).click();
  expect(await dialog.getByLabel('At which number').inputValue()).toBe('');
  await dialog.getByRole('radio').last().check();
  await dialog.getByRole('button', { name: 'Promise the call' }).click();
  const dueAt = async () => ((await choices()) as unknown as Promised).callback.dueAt;
  await expect.poll(dueAt).toBeGreaterThan((promised as unknown as Promised).callback.dueAt);
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(dueAt).toBe((promised as unknown as Promised).callback.dueAt);
});

test('Omar has Bea call him, nobody answers, and he wants no call any more; the floor says who calls', async () => {
  const { browser, centre, staff, ted } = shop();
  const bea = await staff.agent('Bea Lund');
  await staff.admin('PUT', '/settings', { region: 'DE' });
  await knownCustomer(staff, 'Omar Said', bea);
  for (const agent of [bea, ted, ann]) {
    await agent.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  }
  const sam = await staff.supervisor('Sam Reyes');
  await using visit = await visitShop(browser, centre.address, {
    email: 'omar.said@customer.example',
    viewport: SMALL,
  });
  const { chat, field, page } = visit;
  await field.fill('Please call me.');
  await field.press('Enter');

  await chat.getByRole('button', { name: 'Have us call you' }).press('Enter');
  const form = chat.getByRole('form', { name: 'Who calls you, and when?' });
  await form.getByRole('button', { name: 'Call me then' }).click();
  const missing = form.getByText('Choose a time.');
  await missing.waitFor();
  const colour = (said: typeof missing) => said.evaluate('(each) => getComputedStyle(each).color');
  const needed = form.getByText('Write the number at which you want to be called.');
  expect(await colour(missing)).toBe(await colour(needed));
  await form
    .getByRole('button', { name: /^Bea Lund, / })
    .first()
    .press('Enter');
  await form.getByLabel('Your telephone number').fill('+41 44 668 18 00');
  await page.keyboard.press('Enter');
  await form.getByText(/This number cannot be called/u).waitFor();
  await expectAccessible(page);
  await form.getByLabel('Your telephone number').fill('030 1234567');
  await page.keyboard.press('Enter');
  await chat.getByText(/^Bea Lund calls you .+$/u).waitFor();
  await chat.getByText(/^The number is \+49301234567\./u).waitFor();
  await expectAccessible(page);

  await using floor = await openDesk(browser, `${centre.address}/floor`, sam);
  await floor.page.getByRole('button', { name: /^Items/u }).press('Enter');
  await floor.page.getByRole('button', { name: /Bea Lund calls back/u }).waitFor();
  await using desk = await openDesk(browser, centre.address, bea);
  await desk.page.getByRole('button', { name: /Omar Said.+Call back: /u }).click();
  const call = desk.page.getByRole('region', { name: 'Promised call' });
  await call.getByRole('link', { name: 'Call +49301234567' }).waitFor();
  await call.getByText('attempt 1 of 3').waitFor();
  await expectAccessible(desk.page);
  await desk.page.getByRole('button', { name: 'Take up again' }).click();
  await chat.getByText('Bea Lund is calling you.').waitFor();
  await call.getByRole('button', { name: 'Called, no answer' }).waitFor();
  await desk.page.keyboard.press('Shift+C');
  await call.getByText('attempt 2 of 3').waitFor();

  await chat.getByRole('button', { name: 'I want no call' }).press('Enter');
  await call.waitFor({ state: 'hidden' });
  await chat.getByRole('button', { name: 'Have us call you' }).waitFor();
});
