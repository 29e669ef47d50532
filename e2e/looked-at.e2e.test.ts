import { test } from 'vitest';
import { openHouse } from './house.ts';
import { openDesk } from './screens.ts';
import { takeOffer } from './shop.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('Per looks at Ines, who waits for him, and is back with Otto as soon as he turns to him', async () => {
  const { browser, centre, staff } = house();
  const per = await staff.agent('Per Falk');
  const otto = await knownCustomer(staff, 'Otto Brandl', per);
  const ines = await knownCustomer(staff, 'Ines Roth', per);
  await using desk = await openDesk(browser, centre.address, per);
  const { page } = desk;
  await write(staff, otto, { channel: 'email', subject: 'My bill', text: 'It looks wrong.' });
  await takeOffer(page);
  await page.getByRole('heading', { name: 'My bill' }).waitFor();
  const returnAt = Date.now() + 9.5 * 60_000;
  await per.call('POST', '/me/state', { state: 'not-ready', reason: 'break', returnAt });
  const hersId = await write(staff, ines, { subject: 'The visit', text: 'When?' });
  await staff.admin('POST', `/work/${hersId}/choice`, { agentId: per.agentId });
  const customer = page.getByRole('complementary', { name: 'Customer' });
  const shows = async (name: string): Promise<void> =>
    await customer.getByRole('heading', { name }).waitFor();
  const waiting = page.getByRole('list', { name: 'Waiting for you' });
  const look = async (): Promise<void> => {
    await waiting.getByRole('button', { name: /Ines Roth/u }).click();
    await shows('Ines Roth');
  };
  await shows('Otto Brandl');
  await look();
  await waiting.getByRole('button', { name: /Ines Roth/u, pressed: true }).waitFor();
  await page.getByRole('list', { name: 'Due' }).getByText('Otto Brandl').click();
  await shows('Otto Brandl');
  await look();
  await page.keyboard.press('c');
  await shows('Otto Brandl');
});
