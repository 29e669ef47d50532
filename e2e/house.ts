import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { hireStaff, type Staff } from './staff.ts';
import { type RunningCentre, startCentre } from './start-centre.ts';

/** What the journeys of a file share. */
export interface House {
  readonly browser: Browser;
  readonly centre: RunningCentre;
  readonly staff: Staff;
}

/**
 * Opens a browser and a centre with promises and a team, and furnishes it, for as long as the tests of a
 * file run. What is tried again has a house of its own, in which nobody of the first try is at work.
 */
export function openHouse(
  furnish?: (house: House) => Promise<unknown>,
  past?: (dataFolder: string) => Promise<void>,
): () => House {
  let house: House | undefined;
  let stack = new AsyncDisposableStack();
  const open = async (): Promise<void> => {
    const browser = stack.adopt(await openBrowser(), (opened) => opened.close());
    const centre = stack.use(await startCentre(undefined, past));
    house = { browser, centre, staff: await hireStaff(centre) };
    await furnish?.(house);
  };
  beforeAll(open);
  beforeEach(async ({ task }) => {
    if ((task.result?.retryCount ?? 0) === 0) return;
    await stack.disposeAsync();
    stack = new AsyncDisposableStack();
    await open();
  });
  afterAll(() => stack.disposeAsync());
  return () => {
    if (house === undefined) throw new Error('the house opens before the first test');
    return house;
  };
}
