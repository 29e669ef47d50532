import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('a whole item is worked by keyboard alone: taken, answered, noted, put off, taken up, resolved', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const ann = await staff.agent('Ann Okafor');
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  const owen = await knownCustomer(staff, 'Owen Pritchard', ted);
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  const { keyboard } = page;
  const offer = page.getByRole('region', { name: 'Offered to you' });
  const log = page.getByRole('log');

  const owens = await write(staff, owen, { subject: 'Call back', text: 'Call me.' });
  await offer.getByText('Owen Pritchard').waitFor();
  await keyboard.press('Shift+F9');
  const reasons = page.getByRole('menuitem');
  /** Whether the reason at this place has the focus, counted from the end where below 0. */
  const isAt = (place: number): Promise<void> =>
    expect.poll(() => reasons.nth(place).and(page.locator(':focus')).count()).toBe(1);
  await isAt(0);
  await keyboard.press('End');
  await isAt(-1);
  await keyboard.press('Home');
  await isAt(0);
  await keyboard.press('ArrowDown');
  await isAt(1);
  await keyboard.press('Escape');
  await expect.poll(() => page.getByRole('menu').count()).toBe(0);
  await keyboard.press('Shift+F9');
  await isAt(0);
  await keyboard.press('Enter');
  await offer.waitFor({ state: 'detached' });
  // Else it would come back to Ted.
  await ann.call('POST', `/work/${owens}/accept`);

  await write(staff, leila, { subject: 'The engineer', text: 'Nobody came at nine.' });
  await offer.getByText('Leila Haddad').waitFor();
  await keyboard.press('F9');
  await log.getByText('Nobody came at nine.').waitFor();
  await keyboard.press('r');
  await keyboard.type('I am looking at it now.');
  await keyboard.press('Control+Enter');
  await log.getByText('I am looking at it now.').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('z');
  await expect.poll(() => log.getByText('I am looking at it now.').count()).toBe(0);
  await keyboard.press('Control+Enter');
  await log.getByText('I am looking at it now.').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('n');
  await keyboard.type('She has waited twice.');
  await keyboard.press('Control+Enter');
  await log.getByText('private note').waitFor();
  await keyboard.press('Escape');

  await keyboard.press('t');
  const transfer = page.getByRole('dialog', { name: /Leila Haddad/u });
  await transfer.waitFor();
  await keyboard.press('Escape');
  await transfer.waitFor({ state: 'hidden' });
  const customer = page.getByRole('complementary', { name: 'Customer' });
  await expect
    .poll(async () => {
      // Whoever still writes writes an i first.
      if ((await customer.count()) > 0) {
        await keyboard.press('Escape');
        await keyboard.press('i');
      }
      return await customer.count();
    })
    .toBe(0);
  await keyboard.press('i');
  await customer.waitFor();
  await keyboard.press('c');
  await page.getByText('No telephone number of Leila Haddad is known.').waitFor();
  const panes: unknown[] = [];
  for (let count = 0; count < 3; count++) {
    await keyboard.press('F6');
    panes.push(await page.evaluate(`document.activeElement.getAttribute('aria-label')`));
  }
  expect(new Set(panes)).toEqual(new Set(['My queue', 'Conversation', 'Customer']));

  await keyboard.press('h');
  await page.getByRole('dialog', { name: /Leila Haddad later/u }).waitFor();
  await expectAccessible(page);
  await keyboard.press('Enter');
  await page.getByText(/^Put off until/u).waitFor();
  await page.getByRole('button', { name: /Take up again/u }).waitFor();
  await expectAccessible(page);
  await keyboard.press('h');
  await page.getByRole('button', { name: /Resolve/u }).waitFor();

  await keyboard.press('e');
  await page.getByRole('region', { name: 'What came of it?' }).waitFor();
  await page.locator('button:focus').getByText('Solved').waitFor();
  await keyboard.press('Enter');
  await page.getByText('Nothing waiting.').waitFor();
});
