import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, LARGE, openDesk } from './screens.ts';
import { takeOffer } from './shop.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('what is typed right after an offer was taken is written, and acts as no key', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  const owen = await knownCustomer(staff, 'Owen Pritchard', ted);
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  const field = (name: string) => page.getByRole('textbox', { name: `Reply to ${name}` });

  await write(staff, leila, { subject: 'The engineer', text: 'Nobody came at nine.' });
  await takeOffer(page);
  await page.keyboard.type('He is there in ten');
  await field('Leila Haddad').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(' minutes.');
  expect(await field('Leila Haddad').inputValue()).toBe('He is there in ten minutes.');
  await page.keyboard.press('Escape');

  // The key of a reply, or of a note, is that and no letter of it.
  await write(staff, owen, { subject: 'My bill', text: 'It looks wrong to me.' });
  await takeOffer(page);
  await page.keyboard.type('nHe is right');
  const note = page.getByRole('textbox', { name: 'Private note about Owen Pritchard' });
  await note.and(page.locator(':focus')).waitFor();
  expect(await note.inputValue()).toBe('He is right');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Escape');

  // Also while another conversation is open, and when there is something to write in already.
  const mia = await knownCustomer(staff, 'Mia Larsen', ted);
  await write(staff, mia, { subject: 'My key', text: 'It does not fit.' });
  await takeOffer(page);
  await field('Mia Larsen').waitFor();
  await page.keyboard.type('have you turned it?');
  await expect.poll(() => field('Mia Larsen').inputValue()).toBe('have you turned it?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await note.waitFor();
  expect(await note.inputValue()).toBe('He is right');
});

test('a row says what somebody speaks, an offer why it came, and C calls with the customer hidden', async () => {
  const { browser, centre, staff } = house();
  const ann = await staff.agent('Ann Okafor');
  const { customerId } = await staff.admin('POST', '/customers', {
    piiName: 'Chloé Martin',
    identities: [{ kind: 'phone', value: '+33155512345' }],
    language: 'fr',
  });
  await staff.admin('PUT', `/customers/${String(customerId)}/bond`, {
    ...{ ownerId: ann.agentId, deputyIds: [] },
  });
  await using desk = await openDesk(browser, centre.address, ann, { ...LARGE, width: 900 });
  const { page } = desk;
  const queue = page.getByRole('complementary', { name: 'My queue' });
  const offer = page.getByRole('region', { name: 'Offered to you' });
  const pane = page.getByRole('complementary', { name: 'Customer' });

  await write(staff, String(customerId), { subject: 'Ma facture', text: 'Bonjour.' });
  await offer.getByText('You look after them').waitFor();
  await offer.getByTitle('Speaks French, which is not among your languages').waitFor();
  await takeOffer(page);
  await offer.waitFor({ state: 'detached' });
  await queue.getByTitle(/^1 minute.* left$/u).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Came in (done)' }).waitFor();
  const current = page.locator('[aria-current="step"]');
  await expect.poll(() => current.allTextContents()).toEqual([expect.stringMatching(/^Reply/u)]);
  await expectAccessible(page);

  // What a press on the number would do.
  await page.evaluate(`addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="tel:"]');
    if (link !== null) { event.preventDefault(); document.title = link.getAttribute('href'); }
  })`);
  await page.keyboard.press('i');
  await pane.waitFor({ state: 'detached' });
  await page.keyboard.press('c');
  await pane.waitFor();
  await expect.poll(() => page.title()).toBe('tel:+33155512345');
});
