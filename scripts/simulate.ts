import process from 'node:process';
import { parseArgs } from 'node:util';
import { POLICY } from '@rapport/core';
import {
  EAGER_POLICY,
  runFaultyCentre,
  runRandomCentre,
  runSteadyCentre,
  watchWithOracle,
} from '@rapport/core/testing';

// `npm run simulate -- --seeds N [--from SEED]`: random centres under the eyes of the oracle, which
// checks every guarantee after every event; each seed once in good order, once where people do what
// people do, and once with messages that are lost, late or doubled and a process that keeps ending. The last line tells how many seeds, and how
// many broke the rule.
const STEPS = 140;
const TOLD_EVERY = 500;
const USAGE = 'npm run simulate -- --seeds N [--from SEED]';

const { seeds, from } = readCall();
const violations: number[] = [];
for (let seed = from; seed < from + seeds; seed += 1) {
  const fault = faultOf(seed, STEPS);
  if (fault !== undefined) {
    violations.push(seed);
    say(`seed ${seed} breaks the rule, with ${leastSteps(seed)} steps:\n${fault}\n`);
    say(`again: ${USAGE.replace('N', '1').replace('[--from SEED]', `--from ${seed}`)}\n\n`);
  }
  const count = seed - from + 1;
  if (count % TOLD_EVERY === 0 && process.stderr.isTTY) process.stderr.write(`\r${count} seeds`);
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
say(`${seeds} seeds from ${from}, ${violations.length} violations\n`);
process.exitCode = violations.length === 0 ? 0 : 1;

function faultOf(seed: number, stepCount: number): string | undefined {
  try {
    runRandomCentre({ seed, stepCount, watch: watchWithOracle(POLICY) });
    const policy = seed % 2 === 0 ? POLICY : EAGER_POLICY;
    const itemCount = Math.ceil(stepCount / 2);
    runSteadyCentre({ seed, itemCount, policy, watch: watchWithOracle(policy) });
    runFaultyCentre({ seed, stepCount });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Of how many steps the shortest story is that shows a fault of this seed. */
function leastSteps(seed: number): number {
  let steps = 1;
  while (faultOf(seed, steps) === undefined) steps += 1;
  return steps;
}

function readCall(): { readonly seeds: number; readonly from: number } {
  try {
    const { values } = parseArgs({
      options: { seeds: { type: 'string' }, from: { type: 'string', default: '1' } },
    });
    return { seeds: whole('seeds', values.seeds ?? ''), from: whole('from', values.from) };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exit(2);
  }
}

function whole(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Error(`--${option} must be a whole number of at least 1, not '${text}'`);
}

function say(text: string): void {
  process.stdout.write(text);
}
