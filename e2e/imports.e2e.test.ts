import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADMINISTRATOR } from './centre-template.ts';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import type { Colleague } from './staff.ts';

let ted: Colleague | undefined;
const house = openHouse(async ({ staff }) => {
  ted = await staff.agent('Ted Brandt');
});

async function openImports(viewport?: typeof SMALL) {
  const { browser, centre } = house();
  const screen = await openDesk(browser, centre.address, { email: ADMINISTRATOR }, viewport);
  await screen.page.goto(`${centre.address}/set-up/imports`);
  await screen.page.getByRole('heading', { name: 'Imports', level: 2 }).waitFor();
  return screen;
}

const give = async (page: Page, text: string) =>
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'rosters.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

const duties = async () => {
  const { staff } = house();
  const roster = await staff.admin('GET', `/agents/${ted?.agentId ?? ''}/roster`);
  return (roster['dutyIntervals'] as readonly unknown[]).length;
};

test('a roster is tried, taken in, and taken back', async () => {
  await using screen = await openImports();
  const { page } = screen;
  await page.getByText('No file has been taken in yet.').waitFor();
  await page.getByRole('button', { name: 'Take a file in' }).click();
  await expectAccessible(page);
  const rows = ['agent,date,shifts,breaks', 'Ted Brandt,2030-03-04,08:00-12:00; 13:00-17:00,'];
  await give(page, [...rows, 'Nobody,2030-03-04,08:00-12:00,'].join('\n'));
  await page.getByRole('button', { name: 'Try it' }).click();
  const side = page.getByRole('complementary', { name: 'Take a file in' });
  await side.getByText('tried, nothing changed').waitFor();
  await side.getByText('Line 3').waitFor();
  await expectAccessible(page);
  expect(await duties()).toBe(0);

  await side.getByRole('button', { name: 'Take it in' }).click();
  await side.getByText('What it came to').waitFor();
  await side.getByText('taken in', { exact: true }).waitFor();
  await expect.poll(duties).toBe(2);

  await page
    .getByRole('row', { name: /taken in/u })
    .getByRole('button', { name: 'Rosters' })
    .click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('row', { name: /taken back/u }).waitFor();
  await expect.poll(duties).toBe(0);
  await expectAccessible(page);
});

test('a file whose columns do not fit is refused before anything is begun', async () => {
  await using screen = await openImports(SMALL);
  const { page } = screen;
  await page.getByRole('button', { name: 'Take a file in' }).click();
  await give(page, 'colour,shape\nred,round\n');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SMALL.width);
});

test('a calendar is taken in for the agent who is named beside it', async () => {
  await using screen = await openImports();
  const { page } = screen;
  await page.getByRole('button', { name: 'Take a file in' }).click();
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const lines = [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Late shift', `DTSTART:${day}T120000Z`],
    ...['DURATION:PT4H', 'END:VEVENT', 'END:VCALENDAR'],
  ];
  const file = {
    name: 'ted.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(lines.join('\n')),
  };
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByLabel('Whose calendar it is').fill('Ted Brandt');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Try it' }).click();
  const side = page.getByRole('complementary', { name: 'Take a file in' });
  await side.getByRole('button', { name: 'Take it in' }).click();
  await side.getByText('taken in', { exact: true }).waitFor();
  await expect.poll(duties).toBe(1);
});
