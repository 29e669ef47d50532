import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { openDesk } from './screens.ts';
import { type Colleague, knownCustomer, write } from './staff.ts';

const house = openHouse();

test('the server is killed while three people type: nothing is lost, all screens come back', async () => {
  const { browser, centre, staff } = house();
  const people: readonly (readonly [agent: Colleague, customer: string])[] = await Promise.all(
    ['Leila', 'Owen', 'Marta'].map(async (name, index) => {
      const agent = await staff.agent(['Ted Brandt', 'Ann Okafor', 'Ben Ng'][index] ?? name);
      return [agent, await knownCustomer(staff, `${name} Haddad`, agent)] as const;
    }),
  );
  await using stack = new AsyncDisposableStack();
  const desks = await Promise.all(
    people.map(async ([agent, customer], index) => {
      const { page } = stack.use(await openDesk(browser, centre.address, agent));
      await write(staff, customer, { subject: `Matter ${index}`, text: `Words ${index}.` });
      await page
        .getByRole('button', { name: /Accept/u })
        .first()
        .waitFor();
      await page.keyboard.press('F9');
      await page.getByRole('log').getByText(`Words ${index}.`).waitFor();
      await page.getByRole('textbox').waitFor();
      await page.keyboard.press('r');
      await page.keyboard.type(`The first answer ${index}.`);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('log').getByText(`The first answer ${index}.`).waitFor();
      await page.keyboard.type(`Half an answer ${index}`);
      return page;
    }),
  );

  await centre.killAndStart();

  await Promise.all(
    desks.map(async (page, index) => {
      await page.getByText('Live', { exact: true }).waitFor({ timeout: 30_000 });
      const composer = page.getByRole('textbox');
      expect(await composer.inputValue()).toBe(`Half an answer ${index}`);
      await composer.focus();
      await page.keyboard.press('End');
      await page.keyboard.type(', and the rest.');
      await page.keyboard.press('Control+Enter');
      const said = page.getByRole('log');
      await said.getByText(`Half an answer ${index}, and the rest.`).waitFor();
      for (const words of [`Words ${index}.`, `The first answer ${index}.`]) {
        expect(await said.getByText(words, { exact: true }).count()).toBe(1);
      }
    }),
  );
});
