import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { hireStaff, type Staff } from './staff.ts';
import { type RunningCentre, startCentre } from './start-centre.ts';

/** What the journeys of a file share. */
export interface House {
  readonly browser: Browser;
  readonly centre: RunningCentre;
  readonly staff: Staff;
}

/** Opens a browser and a centre with promises and a team, for as long as the tests of a file run. */
export function openHouse(): () => House {
  let house: House | undefined;
  const stack = new AsyncDisposableStack();
  beforeAll(async () => {
    const browser = stack.adopt(await openBrowser(), (opened) => opened.close());
    const centre = stack.use(await startCentre());
    house = { browser, centre, staff: await hireStaff(centre) };
  });
  afterAll(() => stack.disposeAsync());
  return () => {
    if (house === undefined) throw new Error('the house opens before the first test');
    return house;
  };
}
