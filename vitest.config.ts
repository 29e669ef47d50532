import { defineConfig } from 'vitest/config';

/** What is waited for comes at once, but for where a machine has much else to do. */
const POLL = { timeout: 15_000 };

/**
 * `unit` is quick and touches nothing outside the process; `integration` talks to real servers; `e2e`
 * sits in front of the screens as people do, in a real browser.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,scripts,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.integration.test.ts'],
          // The tests are quick; a machine that does five other things at a time is not.
          testTimeout: 30_000,
          // They share nothing but modules, and loading those anew for each file took most of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/**/*.integration.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['packages/server/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: POLL },
          maxWorkers: 2,
          // As with the unit tests: loading a server's modules for each of 76 files took minutes.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: POLL },
          maxWorkers: 1,
          // Browsers beside much else lose a key now and then. The report names whoever was tried again.
          retry: 1,
        },
      },
    ],
  },
});
