import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';

const house = openHouse();

test('a supervisor says that everybody is needed at once; Ted sees it, until it is taken back', async () => {
  const { browser, centre, staff } = house();
  const ted = await staff.agent('Ted Brandt');
  const vera = await staff.supervisor('Vera Lindholm');
  await using desk = await openDesk(browser, centre.address, ted);
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;

  await page.getByRole('button', { name: 'Everybody is needed at once' }).click();
  const dialog = page.getByRole('dialog', { name: 'Everybody is needed at once' });
  await dialog.getByLabel('Why').selectOption('weather');
  await dialog.getByLabel('Ends by itself').selectOption('4');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Declare' }).click();
  await dialog.waitFor({ state: 'detached' });

  const bar = page.getByRole('region', { name: 'Emergencies' });
  await bar.getByText(/^Bad weather: nobody is kept for anybody until/u).waitFor();
  const his = desk.page.getByRole('region', { name: 'Emergencies' });
  await his.getByText('Vera Lindholm').waitFor();
  expect(await his.getByRole('button').count()).toBe(0);
  await expectAccessible(desk.page);
  await desk.page.setViewportSize(SMALL);
  await expectAccessible(desk.page);

  await bar.getByRole('button', { name: 'End it' }).click();
  await bar.getByText(/^Bad weather/u).waitFor({ state: 'detached' });
  await his.getByText(/^Bad weather/u).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Undo/u }).click();
  await his.getByText(/^Bad weather/u).waitFor();
});

test('a supervisor who takes back what he declared leaves what a colleague had declared before', async () => {
  const { browser, centre, staff } = house();
  const nora = await staff.supervisor('Nora Keller');
  await using floor = await openDesk(browser, centre.address, nora);
  const { page } = floor;
  const bar = page.getByRole('region', { name: 'Emergencies' });
  const declare = async (reason: string): Promise<void> => {
    await page.getByRole('button', { name: 'Everybody is needed at once' }).click();
    const dialog = page.getByRole('dialog', { name: 'Everybody is needed at once' });
    await dialog.getByLabel('Why').selectOption(reason);
    await dialog.getByRole('button', { name: 'Declare' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await declare('outage');
  await bar.getByText(/^Outage/u).waitFor();
  await declare('staff');
  await page.getByRole('button', { name: /^Undo/u }).click();
  const standing = (): Promise<unknown> =>
    page.evaluate(async () => {
      const answer = await fetch('/api/v1/emergencies');
      const { items } = (await answer.json()) as { items: readonly { reason: string }[] };
      return items.map(({ reason }) => reason);
    });
  // It was the other a moment ago, and would be none.
  await expect.poll(standing).toEqual(['outage']);
  await bar.getByText(/^Outage/u).waitFor();
  await bar.getByRole('button', { name: 'End it' }).click();
  await bar.getByText(/^Outage/u).waitFor({ state: 'detached' });
});
