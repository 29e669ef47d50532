import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeCount } from './count-tests.ts';
import { runAbreast } from './run-abreast.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';
import { runVitest } from './run-vitest.ts';

/** As many as the smallest machines in use have; more would only make each step slower. */
const STEPS_ABREAST = 2;
const CACHE = 'node_modules/.cache';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs everything that needs nothing but this repository, and prints a line a step as it ends.
 *
 * Returns every result; the output of those that failed has been printed.
 */
export async function runCheck(): Promise<readonly StepResult[]> {
  const unitTests = () => runVitest('unit', 'kept');
  // The slowest first, so that no long step is left alone on one core at the end.
  const work = [
    () => runStep(ESLINT, 'kept'),
    unitTests,
    ...[PRETTIER, ...typeChecks(), REFERENCE].map((step) => () => runStep(step, 'kept')),
  ];
  const results = await runAbreast(work, STEPS_ABREAST, async (run) => {
    const result = await run();
    process.stdout.write(`${lineOf(result)}\n`);
    return result;
  });
  for (const { name, code, output } of results) {
    if (code !== 0) process.stdout.write(`\n── ${name} ──\n${output.trimEnd()}\n`);
  }
  return results;
}

const ESLINT: Step = {
  name: 'eslint',
  argv: [
    'node_modules/eslint/bin/eslint.js',
    ...['--cache', '--cache-location', `${CACHE}/eslint/`, '--max-warnings', '0', '.'],
  ],
};

const PRETTIER: Step = {
  name: 'prettier',
  argv: [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '.',
  ],
};

const REFERENCE: Step = { name: 'reference pages', argv: ['scripts/reference.ts'] };

function typeChecks(): readonly Step[] {
  const folders = globSync('packages/*/tsconfig.json', { cwd: root })
    .map((path) => posix.dirname(path))
    .sort();
  return ['.', ...folders].map((folder) => {
    const name = folder === '.' ? 'scripts and tests' : posix.basename(folder);
    const buildInfo = `${CACHE}/tsc/${posix.basename(folder)}.tsbuildinfo`;
    return {
      name: `tsc ${name}`,
      argv: [
        'node_modules/typescript/bin/tsc',
        ...['-p', folder, '--incremental', '--tsBuildInfoFile', buildInfo],
      ],
    };
  });
}

function lineOf(result: StepResult): string {
  const mark = result.code === 0 ? '✓' : '✗';
  const seconds = `${(result.durationMs / 1_000).toFixed(1)} s`;
  const tests = result.count === undefined ? '' : `  ${describeCount(result.count)}`;
  return `${mark} ${result.name.padEnd(22)} ${seconds.padStart(7)}${tests}`;
}
