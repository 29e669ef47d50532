import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';
import { type Colleague, knownCustomer, write } from './staff.ts';

let ted: Colleague;
let ann: Colleague;
let vera: Colleague;
const house = openHouse(async ({ staff }) => {
  ted = await staff.agent('Ted Brandt');
  ann = await staff.agent('Ann Okafor');
  vera = await staff.supervisor('Vera Lindholm');
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  await ann.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
});

/** Chooses a row of what is open, by keyboard. */
async function chooseItem(page: Page, name: string): Promise<void> {
  const items = page.getByRole('button', { name: /^Items/u });
  if ((await items.getAttribute('aria-pressed')) !== 'true') await items.press('Enter');
  const row = page.getByRole('list', { name: 'Items' }).getByRole('button', { name });
  await row.press('Enter');
  await page.getByRole('heading', { name, level: 2 }).waitFor();
}

/** Presses the way back of the message at the foot. */
async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Undo/u }).press('Enter');
  await page.getByText('Taken back.').waitFor();
}

test('an item is kept for somebody by keyboard, and that is taken back, and let go for anybody', async () => {
  const { browser, centre, staff } = house();
  const owen = await knownCustomer(staff, 'Owen Pritchard', ted);
  const workId = await write(staff, owen, { subject: 'My bill', text: 'It looks wrong to me.' });
  const preferred = async () => (await staff.admin('GET', `/work/${workId}`))['preferredId'];
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  await chooseItem(page, 'Owen Pritchard');
  await page.getByText('nobody for Chat is here').first().waitFor();
  await page.keyboard.press('t');
  await page.keyboard.type('ann');
  await page.keyboard.press('Enter');
  await page.getByText(/is kept for Ann Okafor/u).waitFor();
  const kept = page.getByText('Kept for', { exact: true });
  await kept.waitFor();
  await undo(page);
  await kept.waitFor({ state: 'detached' });

  await page.keyboard.press('t');
  await page.keyboard.type('ann');
  await page.keyboard.press('Enter');
  await kept.waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'To whoever is best' }).press('Enter');
  await kept.waitFor({ state: 'detached' });
  expect(await preferred()).toBeUndefined();
  await staff.admin('POST', `/work/${workId}/abandon`);
  await page.getByText('This item is done, or no longer yours to see.').waitFor();
});

test('what somebody carries is read, handed on and given back; a forgotten wrap-up is finished', async () => {
  const { browser, centre, staff } = house();
  const marta = await knownCustomer(staff, 'Marta Kowalska', ted);
  await ted.call('POST', '/me/state', { state: 'ready' });
  const workId = await write(staff, marta, { subject: 'The visit', text: 'When do you come?' });
  await ted.call('POST', `/work/${workId}/accept`);
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  await chooseItem(page, 'Marta Kowalska');
  await page.getByRole('button', { name: 'Read conversation' }).press('Enter');
  const conversation = page.getByRole('dialog', { name: /Marta Kowalska/u });
  await conversation.getByText('When do you come?').waitFor();
  expect(await conversation.getByRole('textbox').count()).toBe(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const holder = async () => (await staff.admin('GET', `/work/${workId}`))['agentId'];
  await ann.call('POST', '/me/state', { state: 'ready' });
  await page.keyboard.press('t');
  await page.keyboard.type('ann');
  await page.keyboard.press('Enter');
  await page.getByText(/was moved to Ann Okafor/u).waitFor();
  await expect.poll(holder).toBe(ann.agentId);
  await undo(page);
  // It is named for Ted again, who is asked at once.
  await expect.poll(holder).toBe(ted.agentId);
  await ted.call('POST', `/work/${workId}/accept`);
  await ted.call('POST', `/work/${workId}/wrap-up`);
  await chooseItem(page, 'Marta Kowalska');
  await page.getByRole('button', { name: 'Finish wrap-up' }).press('Enter');
  await page.getByText('Wrap-up finished.').waitFor();
  const status = async () => (await staff.admin('GET', `/work/${workId}`))['status'];
  await expect.poll(status).toBe('done');
});

test('what somebody has put off is handed on to a colleague', async () => {
  const { browser, centre, staff } = house();
  await ted.call('POST', '/me/state', { state: 'ready' });
  const devi = await knownCustomer(staff, 'Devi Raman', ted);
  const workId = await write(staff, devi, { subject: 'My address', text: 'We have moved.' });
  await ted.call('POST', `/work/${workId}/accept`);
  await ted.call('POST', `/work/${workId}/defer`, { untilAt: Date.now() + 3_600_000 });
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  await chooseItem(page, 'Devi Raman');
  await page.keyboard.press('t');
  await page.keyboard.type('ann');
  await page.keyboard.press('Enter');
  await page.getByText(/was moved to Ann Okafor/u).waitFor();
  const holder = async () => (await staff.admin('GET', `/work/${workId}`))['agentId'];
  await expect.poll(holder).toBe(ann.agentId);
  await staff.admin('POST', `/work/${workId}/abandon`);
});

test('a message stands on the agent’s screen until it is read, and can be taken back before', async () => {
  const { browser, centre } = house();
  await using desk = await openDesk(browser, centre.address, ted);
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  const card = page.getByRole('list', { name: 'People' }).getByRole('button', { name: /Ted/u });
  await card.press('Enter');
  const say = async (words: string): Promise<void> => {
    await page.keyboard.press('m');
    await page.getByLabel('Your words').fill(words);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Ted Brandt has your message.').waitFor();
    await desk.page.getByText(words).waitFor();
  };
  await say('Take a break at ten.');
  await undo(page);
  await desk.page.getByText('Take a break at ten.').waitFor({ state: 'detached' });
  await say('Well done with Marta.');
  await expectAccessible(desk.page);
  await desk.page.getByRole('button', { name: 'Read', exact: true }).press('Enter');
  await desk.page.getByText('Well done with Marta.').waitFor({ state: 'detached' });
});

test('the list shows what its filters ask for, and each number says what it means', async () => {
  const { browser, centre, staff } = house();
  await ted.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  await ann.call('POST', '/me/state', { state: 'not-ready', reason: 'break' });
  await write(staff, await knownCustomer(staff, 'Ines Vogel'), {
    subject: 'A question',
    text: 'May I ask something?',
  });
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  await page.getByRole('button', { name: /^Items/u }).press('Enter');
  const rows = page.getByRole('list', { name: 'Items' }).getByRole('button');
  await rows.getByText('Ines Vogel').waitFor();
  await page.getByLabel('State', { exact: true }).selectOption('wrap-up');
  await page.getByText('Nothing open matches these filters.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('State', { exact: true }).selectOption('waiting');
  await rows.getByText('Ines Vogel').waitFor();
  await page.getByLabel('Late only').press('Space');
  await page.getByText('Nothing open matches these filters.').waitFor();

  const figure = page.getByRole('button', { name: /^Answered in time/u });
  const means = page.getByText(/^Service level\./u);
  expect(await means.isVisible()).toBe(false);
  await figure.press('Enter');
  await expect.poll(() => means.isVisible()).toBe(true);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => means.isVisible()).toBe(false);
  await page.getByText(/too few yet to be a share|nobody known by name/u).waitFor();

  await page.setViewportSize(SMALL);
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
});

test('the wallboard has nothing to press, says when its figures are old, and comes back', async () => {
  const { browser, centre } = house();
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${centre.address}/wallboard`);
  await page.getByRole('heading', { name: 'Longest wait' }).waitFor();
  for (const role of ['button', 'link', 'textbox'] as const) {
    expect(await page.getByRole(role).count()).toBe(0);
  }
  const sizes = await page.evaluate<number[]>(`[...document.querySelectorAll('.wallboard *')]
    .filter((each) => each.childElementCount === 0)
    .map((each) => parseFloat(getComputedStyle(each).fontSize))`);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(60);
  const isCut = await page.evaluate(`[...document.querySelectorAll('.wallboard li')]
    .some((each) => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth)`);
  expect(isCut).toBe(false);
  await expectAccessible(page);
  const back = centre.killAndStart();
  await page.getByText(/^Line lost\. Figures of/u).waitFor({ timeout: 20_000 });
  await back;
  await page.getByText('Live', { exact: true }).waitFor({ timeout: 30_000 });
});

test('a leaver’s customers go to deputies or to whoever is named, are shown before, and come back on demand', async () => {
  const { browser, centre, staff } = house();
  const cleo = await staff.agent('Cleo Marsh');
  const gwen = await knownCustomer(staff, 'Gwen Ellis', cleo);
  const ownerId = async () => (await staff.admin('GET', `/customers/${gwen}/bond`))['ownerId'];
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  await page.getByRole('button', { name: /^Cleo Marsh/u }).press('Enter');
  await page.getByRole('button', { name: 'Customers …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Give Cleo Marsh’s customers to others' });
  const row = dialog.getByRole('listitem').filter({ hasText: 'Gwen Ellis' });
  await row.getByText('to nobody').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Give them on' }).press('Enter');
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Whoever has no deputy goes to').selectOption('Ann Okafor');
  await row.getByText('to Ann Okafor').waitFor();
  await dialog.getByRole('button', { name: 'Give them on' }).press('Enter');
  await page.getByText('Whoever Cleo Marsh looked after is with others now.').waitFor();
  await expect.poll(ownerId).toBe(ann.agentId);
  await page.getByRole('button', { name: /^Undo/u }).press('Enter');
  await page.getByText('Cleo Marsh looks after them again.').waitFor();
  await expect.poll(ownerId).toBe(cleo.agentId);
});
