import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('the desk says what is next and who waits longest, and one key does it', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  const owen = await knownCustomer(staff, 'Owen Pritchard');
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  const next = page.getByRole('region', { name: 'What to do next' });
  const offer = page.getByRole('region', { name: 'Offered to you' });
  const field = (name: string) => page.getByRole('textbox', { name: `Reply to ${name}` });

  await page.getByRole('button', { name: 'Go available' }).press('Enter');
  await page.getByText('Nobody is here yet.').waitFor();
  await expectAccessible(page);

  await write(staff, leila, { subject: 'The engineer', text: 'Nobody came at nine.' });
  await next.getByText('Next: accept Leila Haddad').waitFor();
  await next.getByText(/left to accept · knows you/u).waitFor();
  await offer.getByText('knows you').waitFor();
  await page.keyboard.press('Control+.');
  await next.getByText('Next: reply to Leila Haddad').waitFor();

  await write(staff, owen, { subject: 'My bill', text: 'It looks wrong to me.' });
  await next.getByText('Next: accept Owen Pritchard').waitFor();
  expect(await offer.getByText('knows you').count()).toBe(0);
  await page.keyboard.press('F9');
  await next.getByText('Next: reply to Leila Haddad').waitFor();
  await next.getByText(/^Longest without a reply: Leila Haddad, \d/u).waitFor();
  await field('Owen Pritchard').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Control+.');
  await field('Leila Haddad').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('I am looking at it now.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await next.getByText('Next: reply to Owen Pritchard').waitFor();
  await next.getByText(/^Longest without a reply: Owen Pritchard, \d/u).waitFor();

  await page.keyboard.press('Control+.');
  await field('Owen Pritchard').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.getByRole('region', { name: 'What came of it?' }).waitFor();
  await next.getByText('Next: wrap up Owen Pritchard').waitFor();
  await next.getByText('Nobody waits for you.').waitFor();
});
