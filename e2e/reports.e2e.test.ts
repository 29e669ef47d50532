import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { letYesterdayHappen } from './past-day.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import type { Colleague } from './staff.ts';

let planner: Colleague | undefined;
let supervisor: Colleague | undefined;
const house = openHouse(async ({ staff }) => {
  planner = await staff.planner('Pia Lang');
  supervisor = await staff.supervisor('Sue Berg');
}, letYesterdayHappen);

async function openReports(colleague: Colleague | undefined, viewport?: typeof SMALL) {
  const { browser, centre } = house();
  return await openDesk(browser, centre.address, { email: colleague?.email ?? '' }, viewport);
}

test('a planner begins with how well it goes, and looks at yesterday by channel', async () => {
  await using screen = await openReports(planner);
  const { page } = screen;
  await page.getByRole('heading', { name: 'How well it goes', level: 2 }).waitFor();
  const figure = (name: string) =>
    page
      .locator('dl.report-tiles > div')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('.report-value');
  await expect.poll(() => figure('Came in').textContent()).toBe('4');
  expect(await figure('Reached somebody they know').textContent()).toBe('100.0%');

  await page.getByLabel('Time', { exact: true }).selectOption('Yesterday');
  await page.getByLabel('By', { exact: true }).selectOption('channel');
  const row = page.getByRole('row', { name: /Phone/u });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual([
    '4',
    '50.0%',
    '14\u202fs',
    '0.0%',
    '100.0%',
  ]);
  // Both waited half a minute: by another T all of them were in time.
  await page.getByLabel('In time is').selectOption('within 60 s');
  await expect.poll(() => figure('Service level').textContent()).toBe('100.0%');
  await page.getByLabel('Compared by').selectOption('bond');
  await page.getByText('Too few to compare').waitFor();
  await page.getByText('Known to nobody').waitFor();
  await expectAccessible(page);

  await page.getByLabel('Time', { exact: true }).selectOption('Today');
  await page.getByText('Nothing came in in this time.').waitFor();
  await expectAccessible(page);
});

test('a supervisor comes to it by a key, also where the screen is small', async () => {
  await using screen = await openReports(supervisor, SMALL);
  const { page } = screen;
  await page.getByRole('link', { name: 'Reports' }).waitFor();
  await page.locator('main').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'How well it goes', level: 2 }).waitFor();
  await page.reload();
  await page.getByText('The same chance').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SMALL.width);
});

test('what cannot be read is said, and is asked for again', async () => {
  await using screen = await openReports(planner);
  const { page } = screen;
  await page.getByText('The same chance').waitFor();
  await page.route('**/api/v1/measures*', (route) => route.abort());
  await page.getByLabel('Time', { exact: true }).selectOption('Yesterday');
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await page.unroute('**/api/v1/measures*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});
