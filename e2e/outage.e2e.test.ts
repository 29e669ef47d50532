import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { expectAccessible, openDesk, SMALL } from './screens.ts';

const house = openHouse();

test('two lose their lines at once; the supervisor sees it, and declares an emergency with one press', async () => {
  const { browser, centre, staff } = house();
  const { numbers } = (await staff.admin('GET', '/policy')) as { numbers: Record<string, number> };
  await staff.admin('PUT', '/policy', { ...numbers, outageAgents: 2, outageShare: 0 });
  const agents = [await staff.agent('Ann Vogel'), await staff.agent('Ben Roth')];
  const vera = await staff.supervisor('Vera Holm');
  await using floor = await openDesk(browser, centre.address, vera);
  const { page } = floor;
  for (const agent of agents) {
    const desk = await openDesk(browser, centre.address, agent);
    await desk[Symbol.asyncDispose]();
  }
  const bar = page.getByRole('region', { name: 'Emergencies' });
  await bar.getByText(/^2 agents have missed calls or lost the line/u).waitFor();
  await expectAccessible(page);
  await page.setViewportSize(SMALL);
  await expectAccessible(page);
  const declare = bar.getByRole('button', { name: 'Declare an emergency' });
  await declare.click();
  await bar.getByText(/^Outage: nobody is kept for anybody until/u).waitFor();
  expect(await declare.count()).toBe(0);
});
