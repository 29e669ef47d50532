import { runCheck } from './check/run-check.ts';

// `npm run check`: the gate before every commit. Needs no database, no network, no browser.
const startedAt = performance.now();
const results = await runCheck();
const failed = results.filter(({ code }) => code !== 0).map(({ name }) => name);
const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
process.stdout.write(
  failed.length === 0
    ? `\nAll is well, in ${seconds} s.\n`
    : `\nFailed, in ${seconds} s: ${failed.join(', ')}. 'npm run fix' mends what tools can mend.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
