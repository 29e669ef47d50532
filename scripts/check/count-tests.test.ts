import { describe, expect, test } from 'vitest';
import { brokenFiles, countTests } from './count-tests.ts';

const report = (fields: object) => JSON.stringify(fields);

describe('countTests', () => {
  test('takes the counts of the report', () => {
    const text = report({ numPassedTests: 12, numFailedTests: 2, testResults: [] });
    expect(countTests(text, 1)).toEqual({ passed: 12, failed: 2 });
  });

  test('counts a file that could not be loaded, but not one whose tests failed, once more', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    const text = report({ numPassedTests: 2, numFailedTests: 1, testResults });
    expect(countTests(text, 1)).toEqual({ passed: 2, failed: 2 });
  });

  test('never says that nothing failed of a run that did', () => {
    const green = report({ numPassedTests: 3, numFailedTests: 0, testResults: [] });
    expect(countTests(green, 0)).toEqual({ passed: 3, failed: 0 });
    expect(countTests(green, 1)).toEqual({ passed: 3, failed: 1 });
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('brokenFiles', () => {
  const testResults = [
    { name: 'ended.test.ts', status: 'failed', assertionResults: [{ status: 'passed' }] },
    { name: 'well.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];

  test('are those that went wrong without a failed test, with what had passed of them', () => {
    const text = report({ numPassedTests: 2, numFailedTests: 0, testResults });
    expect(brokenFiles(text)).toEqual({ names: ['ended.test.ts'], passed: 1 });
    expect(brokenFiles(undefined)).toEqual({ names: [], passed: 0 });
  });

  test('are none to be run once more where a test failed', () => {
    const text = report({ numPassedTests: 2, numFailedTests: 1, testResults });
    expect(brokenFiles(text)).toEqual({ names: [], passed: 0 });
  });
});
