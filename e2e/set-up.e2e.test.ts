import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { openPageElsewhere } from './page-elsewhere.ts';
import { expectAccessible, openDesk, openPage } from './screens.ts';
import { takeOffer } from './shop.ts';
import { ADMINISTRATOR, PASSWORD } from './centre-template.ts';
import { type RunningCentre, startCentre } from './start-centre.ts';

let browser: Browser;
let centre: RunningCentre;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  browser = stack.adopt(await openBrowser(), (opened) => opened.close());
  centre = stack.use(await startCentre({}));
});

afterAll(() => stack.disposeAsync());

/** Goes to a room by its name in the list. */
async function goTo(page: Page, room: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Rooms of set-up' })
    .getByRole('link', { name: room, exact: true })
    .click();
  await page.getByRole('heading', { name: room, level: 2 }).waitFor();
}

/** Saves what is open, and waits until the centre has it. */
async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`“${name}” is saved.`).waitFor();
}

test(
  'from the printed link to the first conversation, with a colleague and a site of our own',
  { timeout: 300_000 },
  async () => {
    await using site = await openPageElsewhere();
    await using admin = await openPage(browser, centre.setUpUrl ?? '');
    const { page } = admin;
    await becomeAdministrator(page);
    await setTerms(page);
    const link = await inviteTed(page);
    await nameSkill(page);

    // Ted, on a machine of his own.
    await using desk = await openPage(browser, link);
    await desk.page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await expectAccessible(desk.page);
    await desk.page.getByLabel('Password').fill(PASSWORD);
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('heading', { name: 'My desk', level: 1 }).waitFor();
    expect(new URL(desk.page.url()).hash).toBe('');
    await desk.page.getByRole('button', { name: /^My state/u }).click();
    await desk.page.getByRole('menuitemradio', { name: 'Available' }).click();

    site.embed(await openWayIn(page, site.origin));
    await goTo(page, 'Get started');
    await page.getByText('1 person beside you, 1 signed up.').waitFor();
    await page.getByText('“Our shop” is open.').waitFor();

    await using visit = await openPage(browser, site.origin);
    await visit.page.getByRole('button', { name: /Our shop|Chat/u }).click();
    const field = visit.page.getByLabel('Message', { exact: true });
    await field.fill('Do you deliver on Saturdays?');
    await field.press('Enter');

    await takeOffer(desk.page);
    await desk.page.getByRole('log').getByText('on Saturdays?').waitFor();
    const reply = desk.page.getByRole('textbox', { name: /^Reply to/u });
    await reply.waitFor();
    await desk.page.keyboard.press('r');
    await desk.page.keyboard.type('We do, until noon.');
    await expect.poll(() => reply.inputValue()).toBe('We do, until noon.');
    await desk.page.keyboard.press('Control+Enter');
    await visit.page.getByText('We do, until noon.').waitFor();
    await visit.page.getByText('Ted Brandt').first().waitFor();
  },
);

async function becomeAdministrator(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Begin with Rapport' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Full name').fill('Ada Lindgren');
  await page.getByLabel('E-mail').fill(ADMINISTRATOR);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByText('Nothing is promised yet').waitFor();
  await expectAccessible(page);
}

/** A team, office hours, and a promise that counts in them. */
async function setTerms(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Open Organisation' }).click();
  await page.getByText('There is no team yet.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New team' }).click();
  await page.keyboard.type('Customer care');
  await expectAccessible(page);
  await save(page, 'Customer care');

  await goTo(page, 'Hours');
  await page.getByText('There is no calendar.').waitFor();
  await page.getByRole('button', { name: 'New calendar' }).click();
  await page.getByLabel('Called').fill('Office');
  await expectAccessible(page);
  await save(page, 'Office');

  await goTo(page, 'Promises');
  await page.getByText('Nothing is promised yet.').waitFor();
  await page.getByRole('button', { name: 'New promise' }).click();
  await page.getByLabel('Called').fill('Chats');
  await page.getByLabel('Answered within').fill('2');
  await page.getByLabel('Unit').selectOption('minutes');
  await page.getByText('Answered within 2 minutes for 80 %, at any hour').waitFor();
  await expectAccessible(page);
  await save(page, 'Chats');

  await goTo(page, 'Outcomes');
  await page.getByRole('button', { name: 'New outcome' }).click();
  await page.getByLabel('Called').fill('Delivered');
  await expectAccessible(page);
  await save(page, 'Delivered');
}

/** Invites Ted, who serves customers, and returns the link that is shown once. */
async function inviteTed(page: Page): Promise<string> {
  await goTo(page, 'People');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Full name').fill('Ted Brandt');
  await page.getByLabel('E-mail').fill('ted@example.org');
  await page.getByLabel(/^Team/u).selectOption('Customer care');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  const shown = page.getByRole('dialog').getByRole('textbox', { name: 'The link for Ted Brandt' });
  await shown.waitFor();
  await expectAccessible(page);
  const link = await shown.inputValue();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Ted Brandt.*Invited/u }).waitFor();

  await goTo(page, 'Skills');
  await page.getByRole('button', { name: 'Ted Brandt' }).click();
  await page.getByRole('button', { name: 'Add a skill' }).click();
  await page.getByLabel('Skill', { exact: true }).fill('delivery');
  await expectAccessible(page);
  await save(page, 'Ted Brandt');
  return link;
}

/** Gives a skill a name; its id follows from it. */
async function nameSkill(page: Page): Promise<void> {
  await goTo(page, 'Names of skills');
  await page.getByRole('button', { name: 'New skill' }).click();
  const called = page.getByRole('textbox', { name: 'Called' });
  // Chosen for the name of a channel, it is not offered for another, nor sent with it.
  await called.fill('Phone');
  const kind = page.getByLabel('What it stands for');
  await kind.selectOption('channel');
  await called.fill('Boilers and heat pumps');
  expect(await kind.inputValue()).toBe('');
  await expectAccessible(page);
  await save(page, 'Boilers and heat pumps');
  await page.getByRole('cell', { name: 'boilers-and-heat-pumps' }).waitFor();
}

/** Opens a chat to visitors of this site, and returns the tag that goes there. */
async function openWayIn(page: Page, origin: string): Promise<string> {
  await goTo(page, 'Channels');
  await page.getByRole('button', { name: 'New way in' }).click();
  await page.getByLabel('Called').fill('Our shop');
  await page.getByLabel('Sites that may show it').fill(`${origin}/`);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Each is an address without a path').waitFor();
  await page.getByLabel('Sites that may show it').fill(origin);
  await save(page, 'Our shop');
  const tag = page.getByRole('textbox', { name: 'Put this on your site' });
  await tag.waitFor();
  await expectAccessible(page);
  return await tag.inputValue();
}

test('whatever was changed stands in the history, and is put back there', async () => {
  await using admin = await openDesk(browser, centre.address, { email: ADMINISTRATOR });
  const { page } = admin;
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  await goTo(page, 'Outcomes');
  await page.getByRole('button', { name: 'Delivered', exact: true }).click();
  await page.getByRole('button', { name: 'Offer no longer' }).click();
  await page.getByRole('row', { name: /Delivered Retired/u }).waitFor();
  await goTo(page, 'History');
  const latest = page.getByRole('listitem').filter({ hasText: 'changed the outcomes' }).first();
  await latest.getByText('Delivered (retired)').waitFor();
  await expectAccessible(page);
  await latest.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  await goTo(page, 'Outcomes');
  await page.getByRole('row', { name: /Delivered Offered/u }).waitFor();
});

test('Ted has forgotten his password, and chooses another one by a link', async () => {
  await using admin = await openDesk(browser, centre.address, { email: ADMINISTRATOR });
  const { page } = admin;
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Ted Brandt' }).click();
  await page.getByRole('button', { name: 'Make a link for a new password' }).click();
  const link = page.getByRole('dialog').getByRole('textbox', { name: 'The link for Ted Brandt' });
  await link.waitFor();
  await expectAccessible(page);

  await using own = await openPage(browser, await link.inputValue());
  await own.page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await expectAccessible(own.page);
  await own.page.getByLabel('Password').fill('a password of another kind');
  await own.page.keyboard.press('Enter');
  await own.page.getByRole('heading', { name: 'My desk', level: 1 }).waitFor();

  await using late = await openPage(browser, await link.inputValue());
  await late.page.getByLabel('Password').fill('one password too many');
  await late.page.keyboard.press('Enter');
  await late.page.getByText('This link is not valid any more').waitFor();
  await expectAccessible(late.page);
});
