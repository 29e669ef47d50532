import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { openDesk } from './screens.ts';
import { knownCustomer, write } from './staff.ts';

const house = openHouse();

/** Runs in the page before anything else: notes what sounds and how loud, and what stands on the desktop. */
const LISTEN = `
  window.heard = [];
  window.told = [];
  window.isCovered = false;
  Object.defineProperty(document, 'hidden', { get: () => window.isCovered });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...given) {
    window.heard.push({ hertz: Math.round(this.frequency.value), loudness: window.loudness });
    return start.apply(this, given);
  };
  const ramp = AudioParam.prototype.linearRampToValueAtTime;
  AudioParam.prototype.linearRampToValueAtTime = function (value, at) {
    if (value > 0) window.loudness = value;
    return ramp.call(this, value, at);
  };
  window.Notification = class extends Notification {
    constructor(title, options) {
      super(title, options);
      window.told.push(title);
    }
  };
`;

interface Heard {
  readonly hertz: number;
  readonly loudness: number;
}

const heard = (page: Page): Promise<readonly Heard[]> => page.evaluate('window.heard');
const told = (page: Page): Promise<readonly string[]> => page.evaluate('window.told');

test('an offer sounds once, as loud as was chosen, and stands on the desktop while the page is covered', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const leila = await knownCustomer(staff, 'Leila Haddad', ted);
  await using desk = await openDesk(browser, centre.address, ted);
  const { page } = desk;
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(LISTEN);
  await page.reload();

  // How to be called, by keyboard; it holds over a reload.
  const settings = page.getByRole('dialog', { name: 'Sounds and notifications' });
  const openSettings = async (): Promise<void> => {
    await page.getByRole('button', { name: 'My state' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Sounds and notifications' }).press('Enter');
    await settings.waitFor();
  };
  await openSettings();
  await settings.getByLabel('Volume').fill('0.8');
  const desktop = settings.getByLabel(/Tell me on the desktop/u);
  // Ticked once the browser has allowed it, which it answers later.
  await desktop.click();
  await expect.poll(() => desktop.isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await page.reload();
  await openSettings();
  expect(await settings.getByLabel('Volume').inputValue()).toBe('0.8');
  expect(await desktop.isChecked()).toBe(true);
  await page.keyboard.press('Escape');

  // In front: it sounds, two tones at 0.8 of 0.5, and nothing stands on the desktop.
  const first = await write(staff, leila, { subject: 'The engineer', text: 'Nobody came.' });
  await expect.poll(async () => (await heard(page)).length).toBe(2);
  expect((await heard(page)).map(({ hertz }) => hertz)).toEqual([587, 784]);
  for (const { loudness } of await heard(page)) expect(loudness).toBeCloseTo(0.4);
  // Its clock draws it anew each second, which is no news.
  const left = page.getByRole('region', { name: 'Offered to you' }).locator('.time-left');
  const leftAtFirst = await left.textContent();
  await expect.poll(() => left.textContent()).not.toBe(leftAtFirst);
  expect(await heard(page)).toHaveLength(2);
  expect(await told(page)).toEqual([]);
  await ted.call('POST', `/work/${first}/accept`);

  // Covered: the next one stands on the desktop, once.
  await page.evaluate('window.isCovered = true');
  const owen = await knownCustomer(staff, 'Owen Pritchard', ted);
  const second = await write(staff, owen, { subject: 'My bill', text: 'It looks wrong.' });
  await expect.poll(() => told(page)).toEqual(['Owen Pritchard is offered to you']);
  expect(await heard(page)).toHaveLength(4);
  await ted.call('POST', `/work/${second}/accept`);
  // In his hands it is no news either.
  const now = page.getByRole('list', { name: 'Now' });
  await now.getByRole('button', { name: /Owen Pritchard/u }).waitFor();
  expect(await told(page)).toHaveLength(1);
  expect(await heard(page)).toHaveLength(4);

  // No volume, no sound.
  await openSettings();
  await settings.getByLabel('Volume').fill('0');
  await page.keyboard.press('Escape');
  const ines = await knownCustomer(staff, 'Ines Vogel', ted);
  await write(staff, ines, { subject: 'A question', text: 'May I ask?' });
  await expect.poll(() => told(page)).toContain('Ines Vogel is offered to you');
  expect(await heard(page)).toHaveLength(4);
});
