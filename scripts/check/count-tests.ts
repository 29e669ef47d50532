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
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  );
  const failed = numFailedTests + brokenFiles.length;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** `12 passed, 0 failed`: the form that also closes `npm test`. */
export function describeCount({ passed, failed }: TestCount): string {
  return `${passed} passed, ${failed} failed`;
}

/** The parts of the report that are read here. */
interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function parse(report: string | undefined): Report {
  return report === undefined ? {} : (JSON.parse(report) as Report);
}
