import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, openDesk, openPage, SMALL } from './screens.ts';
import { openShop, takeOffer, visitShop } from './shop.ts';
import { knownCustomer } from './staff.ts';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
);
const shop = openShop();

const choose = async (
  page: Page,
  button: string,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
};

test('Leila and Ted see each other write and read, and send each other files', async () => {
  const { browser, centre, staff, ted } = shop();
  await knownCustomer(staff, 'Leila Haddad', ted);
  await using desk = await openDesk(browser, centre.address, ted);
  await using visit = await visitShop(browser, centre.address, {
    email: 'leila.haddad@customer.example',
  });
  const { chat, field } = visit;
  await choose(visit.page, 'Attach a file', {
    ...{ name: 'boiler.png', mimeType: 'image/png', buffer: PICTURE },
  });
  await chat.getByRole('button', { name: 'Remove boiler.png' }).waitFor();
  await field.fill('This is what it shows.');
  await field.press('Enter');
  await chat.getByRole('button', { name: /boiler\.png/u }).waitFor();

  const { page } = desk;
  const log = page.getByRole('log');
  await takeOffer(page);
  await log.getByText('This is what it shows.').waitFor();
  await log.getByText('boiler.png').first().waitFor();
  await chat.getByText('Read', { exact: true }).waitFor();

  await field.pressSequentially('And it is');
  await log.getByText('Leila Haddad is writing').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('I see. I send ');
  await chat.getByText('Ted Brandt is writing…').waitFor();
  await expectAccessible(visit.page);
  await page.keyboard.type('you what to do.');
  await page.keyboard.press('Control+Enter');
  await chat.getByText('what to do.').waitFor();
  await expect.poll(() => chat.getByText('is writing…').isVisible()).toBe(false);
  // What she has before her eyes, Ted knows that she has seen.
  await log.getByText('read', { exact: true }).waitFor();

  const [download] = await Promise.all([
    visit.page.waitForEvent('download'),
    chat.getByRole('button', { name: /boiler\.png/u }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('boiler.png');
  expect(await readFile(await download.path())).toEqual(PICTURE);
});

test('what cannot be sent is said where it was chosen, and a form takes files too', async () => {
  const { browser, centre, staff, ted } = shop();
  await knownCustomer(staff, 'Marta Kowalska', ted);
  await using form = await openPage(browser, `${centre.address}/form/contact`);
  const { page } = form;
  await page.getByLabel('Your e-mail').fill('marta.kowalska@customer.example');
  await page.getByLabel('Message').fill('It looks like this.');
  await choose(page, 'Attach a file', {
    ...{ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><p>') },
  });
  await page.getByText('Files of this kind are not taken').first().waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  // To wait would not help.
  await page.getByText('Remove the files that could not be sent first.').waitFor();
  expect(await page.getByText(/^Wait until/u).count()).toBe(0);
  await page.getByRole('button', { name: 'Remove page.html' }).click();
  await choose(page, 'Attach a file', {
    ...{ name: 'roof.png', mimeType: 'image/png', buffer: PICTURE },
  });
  await page.getByRole('button', { name: 'Remove roof.png' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.waitForURL(/\/status\/contact#/u);
  await page
    .getByRole('button', { name: /roof\.png/u })
    .locator('img')
    .waitFor();
  await expectAccessible(page);
});

test('what goes wrong with files is told as it is, and never keeps the words back', async () => {
  const { browser, centre } = shop();
  await using visit = await visitShop(browser, centre.address, { viewport: SMALL });
  const { page, chat, field } = visit;
  const roof = { name: 'roof.png', mimeType: 'image/png', buffer: PICTURE };

  // Refused for a reason that the chat has no words for.
  await page.route('**/files', (route) =>
    route.fulfill({ status: 418, json: { type: 'file-odd', title: 'No.', status: 418 } }),
  );
  await choose(page, 'Attach a file', roof);
  await chat.getByText('This file was not taken in.').first().waitFor();
  await page.unroute('**/files');
  await chat.getByRole('button', { name: 'Remove roof.png' }).click();

  // Kept for longer than the centre keeps it, and lost by the centre before.
  await choose(page, 'Attach a file', roof);
  await chat.getByRole('button', { name: 'Remove roof.png' }).waitFor();
  await page.evaluate(`{
    const name = Object.keys(localStorage).find((each) => each.endsWith(':files'));
    const [{ file, at }] = JSON.parse(localStorage.getItem(name));
    localStorage.setItem(name, JSON.stringify([
      { file, at: at - 86_400_000 },
      { file: { ...file, attachmentId: 'attachment_00000000000000000000000000' }, at },
    ]));
  }`);
  await page.reload();
  await chat.getByText('Files are kept here for a day. Attach them again.').waitFor();
  expect(await chat.getByRole('button', { name: 'Remove roof.png' }).count()).toBe(1);
  await field.fill('My roof leaks.');
  await field.press('Enter');
  await chat.getByRole('button', { name: 'Send without the files' }).click();
  await chat.getByText('Not sent.').waitFor({ state: 'detached' });
  await chat.getByText('My roof leaks.').waitFor();

  // A picture that comes late leaves the end in sight.
  for (const words of ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.', 'Eight.']) {
    await field.fill(words);
    await field.press('Enter');
    await chat.getByText(words).waitFor();
  }
  const shown = Promise.withResolvers<undefined>();
  await page.route('**/files/*', async (route) => {
    await shown.promise;
    await route.continue();
  });
  await choose(page, 'Attach a file', { ...roof, buffer: await tallPicture(page) });
  await chat.getByRole('button', { name: 'Remove roof.png' }).waitFor();
  await field.press('Enter');
  const log = chat.getByRole('log');
  const of = (selector: string, figures: string) =>
    page.evaluate<number>(`{
      const each = document.querySelector('rapport-chat').shadowRoot.querySelector('${selector}');
      ${figures};
    }`);
  const beyond = () => of('.log', 'each.scrollHeight - each.scrollTop - each.clientHeight');
  await chat.getByRole('button', { name: /roof\.png/u }).waitFor();
  await expect.poll(beyond).toBeLessThan(2);
  shown.resolve(undefined);
  await log.locator('img').waitFor();
  expect(await of('.log img', 'each.clientHeight')).toBe(160);
  await expect.poll(beyond).toBeLessThan(2);
  await page.unroute('**/files/*');

  // Not reached is not gone; and it is said beside the button, not in its name.
  await page.route('**/files/*', (route) => route.abort());
  const file = chat.getByRole('button', { name: /roof\.png/u });
  await file.click();
  await log.getByText('This file cannot be fetched right now.').waitFor();
  expect(await file.textContent()).not.toContain('cannot');
  await expectAccessible(page);
});

/** A picture that takes all the height that a picture may. */
async function tallPicture(page: Page): Promise<Buffer> {
  const address = await page.evaluate<string>(`{
    const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 400 });
    canvas.getContext('2d').fillRect(0, 0, 60, 400);
    canvas.toDataURL('image/png');
  }`);
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}
