import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('what will be late is told to whoever knows the customer, and else to the supervisor, until it is seen', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const vera = await staff.supervisor('Vera Lindholm');
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  const owen = await knownCustomer(staff, 'Owen Pritchard');
  await using desk = await openDesk(browser, centre.address, ted);
  await using floor = await openDesk(browser, centre.address, vera);

  // Nobody is ready: that it will be late is known as it comes in.
  const first = await write(staff, leila, {
    subject: 'The engineer',
    text: 'Nobody came at nine.',
  });
  const alert = desk.page.getByRole('status').filter({ hasText: 'Chat: will be late' });
  await alert.getByText('Take it as soon as you can.').waitFor();
  await expectAccessible(desk.page);
  await desk.page.setViewportSize(SMALL);
  await alert.waitFor();
  await alert.getByRole('button', { name: 'Seen' }).press('Enter');
  await alert.waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await staff.admin('GET', `/work/${first}/explanation`))['alert'])
    .toMatchObject({ rung: 'predicted', agentId: ted.agentId, isEscalated: false });

  // Nobody knows Owen: only those who watch over the floor can be told.
  await write(staff, owen, { subject: 'My bill', text: 'It looks wrong to me.' });
  const risks = floor.page.getByRole('complementary', { name: 'At risk' });
  const row = risks.getByRole('button', { name: /Owen Pritchard/u });
  await row.getByText(/At risk \(predicted\) · Call back later/u).waitFor();
  expect(await alert.count()).toBe(0);
  await row.press('Enter');
  await floor.page.getByRole('button', { name: 'Alert seen' }).press('Enter');
  await row.getByText(/Seen/u).waitFor();
  await expectAccessible(floor.page);
});
