import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('a supervisor moves what waits to somebody, who is offered it', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const ann = await staff.agent('Ann Okafor');
  const vera = await staff.supervisor('Vera Lindholm');
  await ann.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  const owen = await knownCustomer(staff, 'Owen Pritchard', ted);
  const workId = await write(staff, owen, { subject: 'My bill', text: 'It looks wrong to me.' });
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  await page.getByText('Owen Pritchard').first().waitFor();
  await expectAccessible(page);
  await page.getByText('Owen Pritchard').first().click();
  await page.getByRole('button', { name: /Move/u }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expectAccessible(page);
  await dialog.getByText('Ann Okafor').first().click();
  await dialog.waitFor({ state: 'detached' });
  await ann.call('POST', '/me/state', { state: 'ready' });
  await expect
    .poll(async () => (await staff.admin('GET', `/work/${workId}`))['agentId'], { timeout: 10_000 })
    .toBe(ann.agentId);
});
