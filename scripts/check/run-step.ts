import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestCount } from './count-tests.ts';

/** One thing to run: a program of Node's with its arguments, from the repository's root. */
export interface Step {
  readonly name: string;
  readonly argv: readonly string[];
}

export interface StepResult {
  readonly name: string;
  readonly code: number;
  readonly durationMs: number;
  /** What the step wrote, both streams; empty where it went to the terminal. */
  readonly output: string;
  /** Only of a step that runs tests. */
  readonly count?: TestCount;
}

/** No step takes so long on a machine that is fit for it; one that hangs would hide all other results. */
const STEP_MS_MAX = 30 * 60_000;

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a step on the Node that runs this, and keeps what it writes, or shows it as it comes.
 *
 * A step that cannot be started, or that a signal ended, has code 1.
 */
export function runStep({ name, argv }: Step, output: 'kept' | 'shown'): Promise<StepResult> {
  const startedAt = performance.now();
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    timeout: STEP_MS_MAX,
  });
  let text = '';
  const keep = (chunk: Buffer) => (text += chunk.toString());
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const say = (complaint: string) => {
    text += `${complaint}\n`;
    if (output === 'shown') process.stderr.write(`${complaint}\n`);
  };
  return new Promise((resolve) => {
    const end = (code: number) => {
      resolve({ name, code, durationMs: performance.now() - startedAt, output: text });
    };
    child.on('error', (error) => {
      say(error.message);
      end(1);
    });
    child.on('close', (code, signal) => {
      const isTooLong = performance.now() - startedAt >= STEP_MS_MAX;
      if (isTooLong) say(`${name} was stopped: it took over ${STEP_MS_MAX / 60_000} minutes`);
      else if (signal !== null) say(`${name} was ended by ${signal}`);
      end(code ?? 1);
    });
  });
}
