import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk, type Screen } from './screens.ts';
import { type Colleague, knownCustomer, write } from './staff.ts';

let ted: Colleague;
let screen: Screen;
let page: Page;
const house = openHouse(async ({ browser, centre, staff }) => {
  ted = await staff.agent('Ted Brandt');
  screen = await openDesk(browser, centre.address, ted);
  ({ page } = screen);
});
afterAll(() => screen[Symbol.asyncDispose]());

/** What a part is to whoever hears it: roles, names and words, with `N` for times that pass. */
async function heard(pane: string): Promise<string> {
  const part = page.locator(`.pane[aria-label="${pane}"]`);
  const text = await part.ariaSnapshot();
  return text
    .replaceAll(/\d+ (hour|minute|second)s?\b/gu, 'N $1s')
    .replaceAll(/\d+ ([smh])\b/gu, 'N $1')
    .replaceAll(/N minutes N seconds/gu, 'N minutes');
}

test('rows of the desk say who, why, and how they stand', async () => {
  const { staff } = house();
  await staff.admin('PUT', '/promises/at-once', { targetMs: 1_000, shareRatio: 0.8 });
  const queue = page.getByRole('complementary', { name: 'My queue' });
  const take = async (name: string, subject: string, promiseId?: string): Promise<string> => {
    const customer = await knownCustomer(staff, name, ted);
    const workId = await write(staff, customer, {
      subject,
      text: 'Hello.',
      ...(promiseId && { promiseId }),
    });
    await queue.getByRole('region', { name: 'Offered to you' }).getByText(name).waitFor();
    return workId;
  };
  const row = (name: string) => queue.getByRole('button', { name }).first();

  const leilas = await take('Leila Haddad', 'The engineer');
  // It is known a moment later.
  await row('Leila Haddad').getByText('knows you').waitFor();
  expect(await heard('My queue')).toMatchInlineSnapshot(`
    "- complementary "My queue":
      - heading "My queue" [level=2]
      - text: "1"
      - status
      - text: 0 late
      - region "What to do next":
        - 'button "Next: accept Leila Haddad N s left to accept · knows you"'
        - paragraph: "Waits to be taken: Leila Haddad, N s"
      - region "Offered to you":
        - heading "Offered to you" [level=3]
        - button "Leila Haddad knows you 1 unread The engineer N seconds left Chat":
          - text: Leila Haddad knows you 1 unread The engineer N seconds left
          - img "Chat"
        - paragraph: You look after them
        - button "Accept"
        - button "Decline, and say why Decline""
  `);
  await ted.call('POST', `/work/${leilas}/accept`);
  const owens = await take('Owen Pritchard', 'My bill');
  await ted.call('POST', `/work/${owens}/accept`);
  await ted.call('POST', `/work/${owens}/hold`);
  const martas = await take('Marta Kowalska', 'The visit', 'at-once');
  await ted.call('POST', `/work/${martas}/accept`);
  await row('Marta Kowalska')
    .getByText(/^late by/u)
    .waitFor();
  await row('Owen Pritchard')
    .getByText(/^On hold/u)
    .waitFor();
  // Hers is open before Ted's eyes.
  await row('Leila Haddad').getByText('unread').waitFor({ state: 'detached' });
  expect(await heard('My queue')).toMatchInlineSnapshot(`
    "- complementary "My queue":
      - heading "My queue" [level=2]
      - text: "3"
      - status
      - text: 1 late · 2 within 5 min
      - region "What to do next":
        - 'button "Next: reply to Marta Kowalska late by N s · knows you"'
        - paragraph: "Longest without a reply: Leila Haddad, N s"
      - region "Now":
        - heading "Now 3" [level=3]
        - list "Now":
          - listitem:
            - button "Leila Haddad knows you The engineer N minutes left Chat":
              - text: Leila Haddad knows you The engineer N minutes left
              - img "Chat"
          - listitem:
            - button "Marta Kowalska knows you 1 unread The visit late by N seconds Chat":
              - text: Marta Kowalska knows you 1 unread The visit late by N seconds
              - img "Chat"
          - listitem:
            - button "Owen Pritchard knows you 1 unread On hold · My bill N minutes left Chat":
              - text: Owen Pritchard knows you 1 unread On hold · My bill N minutes left
              - img "Chat""
  `);
});

test('every part says what it is, and in which state', async () => {
  await page.goto(`${house().centre.address}/parts`);
  await page.getByRole('complementary', { name: 'Queue', exact: true }).waitFor();
  expect(await heard('Queue')).toMatchInlineSnapshot(`
    "- complementary "Queue":
      - heading "My queue" [level=2]
      - text: 6 1 late · 2 within 5 min
      - region "Now":
        - heading "Now 6" [level=3]
        - list:
          - listitem:
            - 'button "Aalto Cold Storage VIP Invoice 88213: second meter late by N minutes E-mail"':
              - text: "Aalto Cold Storage VIP Invoice 88213: second meter late by N minutes"
              - img "E-mail"
          - listitem:
            - button "Leila Haddad 2 unread The engineer did not come again N minutes left Chat":
              - text: Leila Haddad 2 unread The engineer did not come again N minutes left
              - img "Chat"
          - listitem:
            - button "Owen Pritchard VIP Call back, promised by 10:15 N minutes left Phone":
              - text: Owen Pritchard VIP Call back, promised by 10:15 N minutes left
              - img "Phone"
          - listitem:
            - button "ليلى حداد لم يأت المهندس مرة أخرى N minutes left Messaging app":
              - text: ليلى حداد لم يأت المهندس مرة أخرى N minutes left
              - img "Messaging app"
          - listitem:
            - button "Sofia Lindqvist-Wattenberg von Hohenstein VIP Asked for a photo of the meter N hours left E-mail":
              - text: Sofia Lindqvist-Wattenberg von Hohenstein VIP Asked for a photo of the meter N hours left
              - img "E-mail"
          - listitem:
            - button "Marta Kowalska When do you come? N m Web form":
              - text: Marta Kowalska When do you come? N m
              - img "Web form""
  `);
  expect(await heard('Conversation')).toMatchInlineSnapshot(`
    "- region "Conversation":
      - heading "The engineer did not come again" [level=2]
      - button "Transfer"
      - button "Resolve"
      - list "Case progress":
        - listitem: Reported Tue 14:02
        - listitem: Visit missed Today 09:00
        - listitem: New visit Promised today
        - listitem: Fixed Next
      - log "Messages":
        - paragraph: "Today 09:00 · Visit missed: engineer delayed on previous job"
        - paragraph:
          - text: Leila Haddad
          - img "Chat"
          - text: 10:09
        - paragraph: Nobody came at 9. This is the second time I took a morning off.
        - paragraph: Can someone come before 2?
        - paragraph:
          - text: Mira Sandhu
          - img "Chat"
          - text: 10:09
        - paragraph: I am sorry, Leila. I am looking at who is near you right now.
      - region "Suggested reply":
        - text: Suggested from the route plan, 2 sources
        - paragraph: Goran finishes at 11:40, nine minutes from you. Shall I book him for 12:00–12:45?
        - button "Use"
        - button "Edit first"
      - textbox "Reply to Leila by chat":
        - /placeholder: Write to Leila…
      - button "Private note"
      - text: She asked for writing, not calls
      - button "Send""
  `);
  expect(await heard('Customer')).toMatchInlineSnapshot(`
    "- complementary "Customer":
      - heading "Leila Haddad" [level=2]
      - paragraph: Customer since 2019 · Leeds LS8
      - text: "You know her: 5 of her last 6 contacts"
      - region "Needs and preferences":
        - heading "Needs and preferences" [level=3]
        - button "Edit"
        - list:
          - listitem: "Hard of hearing: write, don’t call"
          - listitem: Quiet hours 13:00–15:00
          - listitem: English, Arabic
      - region "History":
        - heading "History" [level=3]
        - list:
          - listitem:
            - img "Chat"
            - text: Missed visit, second time You 3 Oct
          - listitem:
            - img "Phone"
            - text: Missed visit, second time You 3 Oct
          - listitem:
            - img "E-mail"
            - text: Missed visit, second time You 3 Oct
      - region "Open":
        - heading "Open 2" [level=3]
        - text: At risk Due soon On track Suggested Closed"
  `);
  expect(await heard('Controls')).toMatchInlineSnapshot(`
    "- region "Controls":
      - region "Buttons":
        - heading "Buttons" [level=3]
        - button "Send call"
        - button "Hold"
        - button "Erase"
        - button "Skip"
        - button "Not now" [disabled]
        - button "Small"
        - button "Hold"
      - region "Presence and channels":
        - heading "Presence and channels" [level=3]
        - text: Available Busy Away Do not disturb Off work No presence
        - img "Phone"
        - img "Video"
        - img "Chat"
        - img "Walk-up"
        - img "E-mail"
        - img "Web form"
        - img "SMS"
        - img "Fax"
        - img "Social"
        - img "Messaging app"
        - img "Mobile app"
        - img "Machine"
        - img "Deskside"
      - region "Above the page":
        - heading "Above the page" [level=3]
        - button "Open a dialog"
        - button "Show a toast"
        - button "State Choose a state""
  `);
  expect(await heard('Fields')).toMatchInlineSnapshot(`
    "- region "Fields":
      - text: Name
      - textbox "Name": Ted Brandt
      - paragraph: As customers see it.
      - text: E-mail
      - textbox "E-mail" [invalid]: ted
      - paragraph: An address has an @.
      - text: Team
      - combobox "Team":
        - option "Billing" [selected]
        - option "Field service"
      - checkbox "May decline offers" [checked]
      - text: May decline offers"
  `);
  expect(await heard('States')).toMatchInlineSnapshot(`
    "- region "States":
      - status: Reconnecting, last update 10:12:04. What you write is kept.
      - region "Empty":
        - heading "Empty" [level=3]
        - text: Nothing waiting. Next promise is 13:30, Colm Byrne.
      - region "On its way":
        - heading "On its way" [level=3]
      - region "Went wrong":
        - heading "Went wrong" [level=3]
        - alert:
          - paragraph: Not sent. The text line is down since 10:04. Kept here; sends itself when back.
          - group: Details
          - button "Try again""
  `);
  await expectAccessible(page);
});

/** What has the focus, as it is called. */
const focused = (): Promise<string> =>
  page.evaluate<string>(
    `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
  );

test('a menu opens at what is chosen, goes round by arrows, and gives the focus back', async () => {
  const opener = page.getByRole('button', { name: 'State Choose a state' });
  const menu = page.getByRole('menu', { name: 'State' });
  await opener.press('Enter');
  await menu.waitFor();
  const chosen = menu.getByRole('menuitemradio', { checked: true });
  expect(await chosen.textContent()).toBe('Ready');
  await expect.poll(focused).toBe('Ready');
  for (const [key, name] of [
    ['ArrowDown', 'Break'],
    ['End', 'Meeting'],
    ['ArrowDown', 'Ready'],
    ['ArrowUp', 'Meeting'],
    ['Home', 'Ready'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await focused(), key).toBe(name);
  }
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  expect(await focused()).toBe('State Choose a state');
  await opener.press('Enter');
  await expect.poll(focused).toBe('Ready');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Break').waitFor();
  expect(await focused()).toBe('State Choose a state');
});

test('a dialog begins at what it asks, keeps the focus, and gives it back', async () => {
  const opener = page.getByRole('button', { name: 'Open a dialog' });
  const dialog = page.getByRole('dialog', { name: 'Transfer' });
  await opener.press('Enter');
  await dialog.waitFor();
  const to = dialog.getByRole('textbox', { name: 'To' });
  await expect.poll(() => to.and(page.locator(':focus')).count()).toBe(1);
  const isInside = () => page.evaluate(`document.activeElement.closest('dialog') !== null`);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Cancel');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Transfer');
  // Round to the way out, past the browser's own.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('Close');
  expect(await isInside()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused()).toBe('Open a dialog');
});

test('what is wrong with a field is told with the field', async () => {
  const told = (label: string) =>
    page.evaluate<string>(`{
      const label = [...document.querySelectorAll('label')].find((each) => each.textContent === '${label}');
      const note = document.getElementById(label.htmlFor).getAttribute('aria-describedby');
      document.getElementById(note).textContent;
    }`);
  expect(await told('E-mail')).toBe('An address has an @.');
  expect(await told('Name')).toBe('As customers see it.');
});

test('a toast is told where it is listened for, the latest alone, and undone by its button', async () => {
  const status = page.locator('[role="status"][aria-live="polite"]');
  const show = page.getByRole('button', { name: 'Show a toast' });
  await show.press('Enter');
  await show.press('Enter');
  expect(await status.ariaSnapshot()).toMatchInlineSnapshot(`
    "- status:
      - text: Sent to Noémie
      - button "Undo""
  `);
  await status.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => status.textContent()).toBe('');
});

test('read from the right, nothing is out of its place, and times keep their order', async () => {
  const { centre } = house();
  for (const path of ['desk', 'parts']) {
    await page.goto(`${centre.address}/${path}?dir=rtl`);
    await page.locator('.row').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  }
  // The pane of what waits stands where reading begins, and a time is not turned into `m 62`.
  const place = await page.evaluate<{ pane: number; digits: number; unit: number }>(`{
    const pane = document.querySelector('.pane[aria-label="Queue"]').getBoundingClientRect().left;
    const text = [...document.querySelectorAll('bdi')].find((each) => each.textContent === '62 m').firstChild;
    const leftOf = (from) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect().left;
    };
    ({ pane, digits: leftOf(0), unit: leftOf(3) });
  }`);
  expect(place.pane).toBeGreaterThan(720);
  expect(place.digits).toBeLessThan(place.unit);
});

test('in forced colours what is chosen has an edge, and what is filled in part is still seen', async () => {
  await page.goto(`${house().centre.address}/parts`);
  await page.emulateMedia({ forcedColors: 'active' });
  const chosen = page.locator('.row[aria-current="true"]');
  await chosen.waitFor();
  const drawn = await page.evaluate<Record<string, string>>(`{
    const styleOf = (selector, pseudo) => getComputedStyle(document.querySelector(selector), pseudo);
    ({
      chosen: styleOf('.row[aria-current="true"]').outlineStyle,
      other: styleOf('.row:not([aria-current])').outlineStyle,
      tag: styleOf('.tag').borderTopStyle,
      unread: styleOf('.unread').borderTopStyle,
      step: styleOf('.steps > li', '::before').forcedColorAdjust,
    });
  }`);
  expect(drawn).toEqual({
    chosen: 'solid',
    other: 'none',
    tag: 'solid',
    unread: 'solid',
    step: 'none',
  });
  await page.emulateMedia({ forcedColors: 'none' });
});
