import { expect, test } from 'vitest';
import { expectAccessible, openDesk, openPage } from './screens.ts';
import { openShop, takeOffer, visitShop } from './shop.ts';
import { knownCustomer } from './staff.ts';

const shop = openShop(({ staff }) => staff.agent('Ann Okafor'));

test('Leila chats, Ted is offered her, answers and wraps up; she comes again and reaches Ted', async () => {
  const { browser, centre, staff, ted } = shop();
  await knownCustomer(staff, 'Leila Haddad', ted);
  await using desk = await openDesk(browser, centre.address, ted);
  await using visit = await visitShop(browser, centre.address, {
    email: 'leila.haddad@customer.example',
  });
  const { chat, field } = visit;
  await field.fill('Nobody came at nine.');
  await field.press('Enter');

  const { page } = desk;
  const log = page.getByRole('log');
  await takeOffer(page);
  await log.getByText('Nobody came at nine.').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('I am sorry, Leila. I find out where he is.');
  await page.keyboard.press('Control+Enter');
  await chat.getByText('I find out where he is.').waitFor();
  await chat.getByText('Ted Brandt').first().waitFor();
  await expectAccessible(visit.page);

  // She closes the page and comes back: her thread is still there.
  await visit.page.reload();
  await chat.getByText('I find out where he is.').waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Resolve/u }).click();
  const wrapUp = page.getByRole('region', { name: 'What came of it?' });
  await wrapUp.getByRole('button').first().waitFor();
  await expectAccessible(page);
  await wrapUp.getByRole('button').first().click();
  await chat.getByText('This conversation has ended.').waitFor();

  await field.fill('He still is not here.');
  await field.press('Enter');
  await takeOffer(page);
  await log.getByText('He still is not here.').waitFor();
});

test('Marta writes by the form, and reads and answers on her private page', async () => {
  const { browser, centre, staff, ted } = shop();
  const marta = await knownCustomer(staff, 'Marta Kowalska', ted);
  await using form = await openPage(browser, `${centre.address}/form/contact`);
  const { page } = form;
  await page.getByLabel('Your e-mail').fill('marta.kowalska@customer.example');
  await page.getByLabel('What it is about').fill('An earlier visit');
  await page.getByLabel('Message').fill('Could the technician come before Friday?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/status\/contact#/u);
  await page.getByText('Could the technician come before Friday?').waitFor();
  await expectAccessible(page);

  await using desk = await openDesk(browser, centre.address, ted);
  await desk.page.getByText('An earlier visit').first().waitFor();
  await desk.page.getByText('An earlier visit').first().click();
  const accept = desk.page.getByRole('button', { name: /Accept/u }).first();
  await accept.waitFor();
  await accept.click();
  await desk.page.getByRole('log').getByText('before Friday?').waitFor();
  await desk.page.keyboard.press('r');
  await desk.page.keyboard.type('Thursday at ten works. Shall I book it?');
  await desk.page.keyboard.press('Control+Enter');
  await page.getByText('Thursday at ten works.').waitFor();
  await page.getByLabel('Message').fill('Yes, please.');
  await page.keyboard.press('Enter');
  await desk.page.getByRole('log').getByText('Yes, please.').waitFor();

  // Nobody else's link opens it.
  await using other = await openPage(browser, `${centre.address}/status/contact#visit_wrong`);
  await other.page.getByText('This link opens nothing.').waitFor();
  expect(await other.page.getByText('before Friday?').count()).toBe(0);
  expect(await staff.admin('GET', `/customers/${marta}/bond`)).toMatchObject({
    ownerId: ted.agentId,
  });
});
