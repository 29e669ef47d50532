import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADMINISTRATOR } from './centre-template.ts';
import { openHouse } from './house.ts';
import { letYesterdayHappen } from './past-day.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import type { Colleague } from './staff.ts';

let planner: Colleague | undefined;
const house = openHouse(async ({ staff }) => {
  planner = await staff.planner('Pia Lang');
}, letYesterdayHappen);

async function openPolicy(email: string, viewport?: typeof SMALL) {
  const { browser, centre } = house();
  const screen = await openDesk(browser, centre.address, { email }, viewport);
  await screen.page.goto(`${centre.address}/set-up/policy`);
  await screen.page.getByRole('heading', { name: 'Policy', level: 2 }).waitFor();
  await ringing(screen.page).waitFor();
  return screen;
}

const number = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const ringing = (page: Page) => number(page, 'Ringing, live channels');
const bonus = (page: Page) => number(page, 'Knowing the customer is worth');

/** What a figure of the preview says in each column. */
const figures = async (page: Page, name: string) =>
  await page.getByRole('row').filter({ hasText: name }).getByRole('cell').allTextContents();

test('an administrator changes a number, and puts it back from the history', async () => {
  await using screen = await openPolicy(ADMINISTRATOR);
  const { page } = screen;
  expect(await ringing(page).inputValue()).toBe('20');
  await ringing(page).fill('3');
  await page.getByText('From 5 seconds to 2 minutes.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => ringing(page).evaluate('document.activeElement.value')).toBe('3');

  await ringing(page).fill('30');
  await page.getByText('1 number is changed.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The policy is saved.').waitFor();
  await page.getByText('Nothing is changed.').waitFor();
  await page.getByRole('checkbox', { name: 'Only what differs from the default' }).check();
  expect(await page.getByRole('spinbutton').count()).toBe(1);
  await page.getByRole('button', { name: 'Back to the default: Ringing, live channels' }).click();
  await page.getByText('Every number is as it is by default.').waitFor();
  await page.getByRole('button', { name: 'Discard what I typed' }).click();
  expect(await ringing(page).inputValue()).toBe('30');

  const { staff } = house();
  const changes = async () => (await staff.admin('GET', '/audit?subject=policy'))['items'];
  await expect.poll(changes).toHaveLength(1);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  const change = page.getByRole('listitem').filter({ hasText: 'changed the policy' }).first();
  await change.getByText('20 seconds').waitFor();
  await change.getByText('30 seconds').waitFor();
  await change.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  await page.getByRole('link', { name: 'Policy', exact: true }).click();
  await expect.poll(() => ringing(page).inputValue()).toBe('20');
});

test('a planner tries a number on yesterday, and changes nothing', async () => {
  await using screen = await openPolicy(planner?.email ?? '');
  const { page } = screen;
  await page.getByText('administrators set them').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  await bonus(page).fill('0');
  await page.getByRole('button', { name: 'Play it' }).click();
  const table = page.getByRole('table');
  await table.waitFor();
  expect(await figures(page, 'Came in')).toEqual(['4', '4', '4as now']);
  // Without the bonus Ted has the stranger, who has waited longer, and Ann the one who knows him.
  const reached = await figures(page, 'Reached somebody they know');
  expect(reached).toEqual(['100.0%', '100.0%', '0.0%-100 points']);
  await expectAccessible(page);

  await bonus(page).fill('200');
  await page.getByText('You have changed numbers since').waitFor();
  await ringing(page).fill('45');
  await page.getByRole('button', { name: 'Play it again' }).click();
  await page.getByText('A preview shows nothing of: “Ringing, live channels”.').waitFor();

  const { staff } = house();
  const { numbers } = await staff.admin('GET', '/policy');
  expect(numbers).toMatchObject({ bondBonus: 0.5, ringMsSynchronous: 20_000 });
});

test('a day without work, and one that is not over, are told as such', async () => {
  await using screen = await openPolicy(planner?.email ?? '', SMALL);
  const { page } = screen;
  await page.getByRole('textbox', { name: 'Day' }).fill('2020-02-29');
  await page.getByRole('button', { name: 'Play it' }).click();
  await page.getByText('Nothing came in on 29 Feb 2020.').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SMALL.width);

  await page.getByRole('textbox', { name: 'Day' }).fill('2999-01-01');
  await page.getByRole('button', { name: 'Play it again' }).click();
  await page.getByText('Choose a day that is over.').waitFor();
});

test('of two who try at once, the first is told that his is gone', async () => {
  await using screen = await openPolicy(planner?.email ?? '');
  const { page } = screen;
  // It runs until it is asked after, and is gone by then.
  const { staff } = house();
  const { numbers } = await staff.admin('GET', '/policy');
  await page.route('**/api/v1/policy/preview', async (route) => {
    const response = await route.fetch();
    await staff.admin('POST', '/policy/preview', { numbers });
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Play it' }).click();
  await page.getByText('Somebody began another preview').waitFor();
  await expectAccessible(page);
});
