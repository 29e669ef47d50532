export interface TestCount {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Counts the tests in a report of vitest's JSON reporter.
 *
 * A run that went wrong without a failed test (no report, a file that cannot be loaded, an error
 * outside of any test) has one failure per such file, and one at least: green must mean green.
 */
export function countTests(report: string | undefined, exitCode: number): TestCount {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = parse(report);
  const failed = numFailedTests + testResults.filter(isBroken).length;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** Files that went wrong, where no test failed in the whole run; and how many of their tests had passed. */
export function brokenFiles(report: string | undefined): {
  readonly names: readonly string[];
  readonly passed: number;
} {
  const { numFailedTests = 0, testResults = [] } = parse(report);
  const broken = numFailedTests === 0 ? testResults.filter(isBroken) : [];
  const passed = broken.flatMap(({ assertionResults }) => assertionResults);
  return {
    names: broken.map(({ name }) => name),
    passed: passed.filter(({ status }) => status === 'passed').length,
  };
}

function isBroken({ status, assertionResults }: FileResult): boolean {
  return status === 'failed' && !assertionResults.some((each) => each.status === 'failed');
}

/** `12 passed, 0 failed`: the form that also closes `npm test`. */
export function describeCount({ passed, failed }: TestCount): string {
  return `${passed} passed, ${failed} failed`;
}

/** The parts of the report that are read here. */
interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly FileResult[];
}

interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

function parse(report: string | undefined): Report {
  return report === undefined ? {} : (JSON.parse(report) as Report);
}
