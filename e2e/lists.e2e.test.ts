import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { openDesk } from './screens.ts';
import { type Colleague, knownCustomer, write } from './staff.ts';

const house = openHouse();
/** On a machine that does other things, too. */
const PATIENT = { timeout: 10_000 } as const;

/** Somebody of his own writes to an agent, who takes it. */
async function taken(agent: Colleague, name: string): Promise<string> {
  const { staff } = house();
  const customer = await knownCustomer(staff, name, agent);
  const workId = await write(staff, customer, { subject: `About ${name}`, text: 'Hello.' });
  await expect
    .poll(async () => (await staff.admin('GET', `/work/${workId}`))['status'], PATIENT)
    .toBe('offered');
  await agent.call('POST', `/work/${workId}/accept`);
  return workId;
}

const rowOf = (page: Page, name: string) =>
  page
    .getByRole('complementary', { name: 'My queue' })
    .getByRole('listitem')
    .getByRole('button', { name });

test('a list is let go when the row that had the focus is gone, and kept on the way to what it keeps back', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const leilas = await taken(ted, 'Leila Haddad');
  await taken(ted, 'Owen Pritchard');
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  const keptBack = page.getByRole('button', { name: /1 new/u });

  // The focus goes with the row that had it; nothing keeps the list then.
  await rowOf(page, 'Leila Haddad').focus();
  await ted.call('POST', `/work/${leilas}/wrap-up`);
  await ted.call('POST', `/work/${leilas}/complete`, {});
  await rowOf(page, 'Leila Haddad').waitFor({ state: 'detached' });
  await taken(ted, 'Ines Vogel');
  await rowOf(page, 'Ines Vogel').waitFor();
  expect(await keptBack.count()).toBe(0);

  // What is kept back is told, and is still there when the pointer comes to it.
  const status = page.getByRole('complementary', { name: 'My queue' }).getByRole('status');
  expect(await status.textContent()).toBe('');
  await rowOf(page, 'Owen Pritchard').hover();
  await taken(ted, 'Marta Kowalska');
  await keptBack.waitFor();
  expect(await status.textContent()).toMatch(/^1 new/u);
  expect(await rowOf(page, 'Marta Kowalska').count()).toBe(0);
  const place = await keptBack.boundingBox();
  if (place === null) throw new Error('it is not there');
  const { x, y, width, height } = place;
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 40 });
  await page.mouse.down();
  await page.mouse.up();
  await rowOf(page, 'Marta Kowalska').waitFor();
  await expect.poll(() => status.textContent(), PATIENT).toBe('');
});

test('whoever has the focus in a long grid keeps it while it is scrolled, and arrows go on from there', async () => {
  const { browser, centre, staff } = house();
  const vera = await staff.supervisor('Vera Lindholm');
  for (let number = 100; number < 220; number++) {
    await staff.admin('POST', '/agents', {
      ...{ piiName: `Agent ${number}`, teamId: 'care', skills: [] },
    });
  }
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  const people = page.getByRole('list', { name: 'People' });
  await people.getByRole('button', { name: 'Agent 100' }).focus();
  const focused = () =>
    page.evaluate<string>(`document.activeElement.closest('li')?.ariaPosInSet ?? 'nothing'`);
  const at = Number(await focused());
  await page.evaluate(`document.querySelector('.people-grid').parentElement.scrollTop = 1e6`);
  const drawn = () => people.getByRole('listitem').last().getAttribute('aria-posinset');
  await expect.poll(drawn, PATIENT).toBe('121');
  expect(await focused()).toBe(String(at));
  await page.keyboard.press('ArrowRight');
  await expect.poll(focused, PATIENT).toBe(String(at + 1));
  expect(await people.locator(':focus').isVisible()).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(Number(await focused())).toBeGreaterThan(at + 2);
});
