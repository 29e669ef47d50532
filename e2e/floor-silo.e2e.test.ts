import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

test('the floor counts the seconds that somebody waits beside an idle agent who has declined', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const vera = await staff.supervisor('Vera Lindholm');
  const owen = await knownCustomer(staff, 'Owen Pritchard', ted);
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  const tile = page.getByRole('button', { name: /^Silo seconds/u });
  await tile.getByText('nobody waited in vain').waitFor();
  const workId = await write(staff, owen, { subject: 'My bill', text: 'It looks wrong to me.' });
  await expect
    .poll(async () => (await staff.admin('GET', `/work/${workId}`))['agentId'], { timeout: 10_000 })
    .toBe(ted.agentId);
  await ted.call('POST', `/work/${workId}/decline`, { reason: 'conflict' });
  await tile.getByText('beside somebody free').waitFor();
  await expect.poll(() => tile.textContent(), { timeout: 10_000 }).toMatch(/0:0[2-9]/u);
  await tile.press('Enter');
  await page.getByText('How long items have waited today, all together').waitFor();
  await expectAccessible(page);
  await page.setViewportSize(SMALL);
  await tile.waitFor();
});
