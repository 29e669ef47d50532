import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenFiles, countTests, type TestCount } from './count-tests.ts';
import { runStep, type StepResult } from './run-step.ts';

type Project = 'unit' | 'integration' | 'e2e';

/**
 * Runs one of the projects of `vitest.config.ts` and counts its tests.
 *
 * Node's engine ends a process now and then that runs PostgreSQL as WebAssembly, with a failed check of its own
 * (https://github.com/nodejs/node/issues/64500). So a file whose process ended while no test failed is run once more,
 * which is said; what goes wrong then went wrong.
 */
export async function runVitest(
  project: Project,
  output: 'kept' | 'shown',
): Promise<StepResult & { readonly count: TestCount }> {
  const { report, ...first } = await runFiles(project, [], output);
  const broken = brokenFiles(report);
  if (broken.names.length === 0) return first;
  const names = broken.names.map((name) => relative(process.cwd(), name));
  process.stdout.write(`\nOnce more, since no test failed and this did: ${names.join(', ')}\n`);
  const second = await runFiles(project, broken.names, output);
  const passed = first.count.passed - broken.passed + second.count.passed;
  return {
    name: second.name,
    code: second.code,
    durationMs: first.durationMs + second.durationMs,
    output: first.output + second.output,
    count: { passed, failed: second.count.failed },
  };
}

/** Runs these files of a project, or all of them. */
async function runFiles(
  project: Project,
  files: readonly string[],
  output: 'kept' | 'shown',
): Promise<StepResult & { readonly count: TestCount; readonly report: string | undefined }> {
  const report = fileURLToPath(
    new URL(`../../node_modules/.cache/rapport/${project}.json`, import.meta.url),
  );
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const argv = [
    'node_modules/vitest/vitest.mjs',
    ...['run', ...files, '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  const result = await runStep({ name: `vitest ${project}`, argv }, output);
  const text = readIfPresent(report);
  return { ...result, report: text, count: countTests(text, result.code) };
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
