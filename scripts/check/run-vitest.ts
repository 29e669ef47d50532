import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTests } from './count-tests.ts';
import { runStep, type StepResult } from './run-step.ts';

/** Runs one of the projects of `vitest.config.ts` and counts its tests. */
export async function runVitest(
  project: 'unit' | 'integration' | 'e2e',
  output: 'kept' | 'shown',
): Promise<StepResult> {
  const report = fileURLToPath(
    new URL(`../../node_modules/.cache/rapport/${project}.json`, import.meta.url),
  );
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const argv = [
    'node_modules/vitest/vitest.mjs',
    ...['run', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  const result = await runStep({ name: `vitest ${project}`, argv }, output);
  return { ...result, count: countTests(readIfPresent(report), result.code) };
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
