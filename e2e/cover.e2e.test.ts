import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { takeOffer } from './shop.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('while Ted is away a colleague covers, and Leila stays Ted’s', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const ann = await staff.agent('Ann Okafor');
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  const beforeId = await write(staff, leila, { subject: 'The boiler', text: 'It is cold.' });
  await ted.call('POST', `/work/${beforeId}/accept`);
  const { items } = await ted.call('GET', `/interactions?workId=${beforeId}`);
  const [{ interactionId } = {}] = items as readonly { readonly interactionId?: string }[];
  const note = { piiText: 'She works nights: not before noon.', isNote: true };
  await ted.call('POST', `/interactions/${String(interactionId)}/messages`, note);
  await ted.call('POST', `/work/${beforeId}/complete`, {});
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });

  await using desk = await openDesk(browser, centre.address, ann);
  const { page } = desk;
  await write(staff, leila, {
    subject: 'The engineer did not come',
    text: 'Nobody came at nine.',
  });
  await page.getByRole('region', { name: 'Offered to you' }).waitFor();
  await expectAccessible(page);
  await takeOffer(page);
  await page.getByRole('log').getByText('Nobody came at nine.').waitFor();
  // With what Ted wrote down of her.
  const notes = page.getByRole('region', { name: 'Notes from before' });
  await notes.getByText('She works nights: not before noon.').waitFor();
  await notes.getByText('Ted Brandt').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('I am sorry, Leila. I find out where he is.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('log').getByText('I find out where he is.').waitFor();
  await expectAccessible(page);

  expect(await staff.admin('GET', `/customers/${leila}/bond`)).toMatchObject({
    ownerId: ted.agentId,
  });
  // And when Ted is back, she reaches Ted.
  await ted.call('POST', '/me/state', { state: 'ready' });
  await using tedsDesk = await openDesk(browser, centre.address, ted);
  await write(staff, leila, { subject: 'One more thing', text: 'Is Ted there?' });
  await tedsDesk.page.getByText('One more thing').first().waitFor();
});
