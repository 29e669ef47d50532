import { describeCount } from './check/count-tests.ts';
import { runCheck } from './check/run-check.ts';
import { runVitest } from './check/run-vitest.ts';

// `npm test`: the check, then the tests that talk to real servers, then those that sit in front of
// the screens, then one line that counts them all.
const results = [
  ...(await runCheck()),
  await runVitest('integration', 'shown'),
  await runVitest('e2e', 'shown'),
];

// A step without tests that went wrong counts as one failure: `0 failed` has to mean that all is well.
const counts = results.map(({ code, count }) => count ?? { passed: 0, failed: code === 0 ? 0 : 1 });
const total = counts.reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
const broken = results.filter(({ code }) => code !== 0).map(({ name }) => name);
if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(', ')}\n`);
process.stdout.write(`${describeCount(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
