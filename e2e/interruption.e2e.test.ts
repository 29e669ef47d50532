import { test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { takeOffer } from './shop.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();
/** Of which three quarters pass while one waits. */
const SHORT_MS = 4_000;

test('Ted writes a letter, takes the chat that would be late, and has his letter back after it', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  await staff.admin('PUT', `/agents/${String(ted.agentId)}`, {
    piiName: 'Ted Brandt',
    teamId: 'care',
    skills: [],
    capacity: { units: 1, weights: { chat: 1, email: 1 } },
    isInterruptible: true,
  });
  await staff.admin('PUT', '/promises/quick', { targetMs: SHORT_MS, shareRatio: 0.8 });
  const rosa = await knownCustomer(staff, 'Rosa Feld', ted);
  const omar = await knownCustomer(staff, 'Omar Said');
  const letter = { channel: 'email', subject: 'My invoice', text: 'It is wrong.' } as const;
  await write(staff, rosa, letter);
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  await takeOffer(page);
  await write(staff, omar, { subject: 'No light', text: 'All is dark.', promiseId: 'quick' });
  await page.getByRole('region', { name: 'Offered to you' }).getByText('Omar Said').waitFor();
  await takeOffer(page);
  const aside = page.getByText('Put aside · My invoice');
  await aside.waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Resolve/u }).click();
  await page.getByRole('button', { name: /^Solved/u }).click();
  await aside.waitFor({ state: 'detached' });
  await page.getByText('My invoice').first().waitFor();
});
