import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, Figure } from './bench.ts';
import { browsersBench } from './benches/browsers.ts';
import { commandsBench } from './benches/commands.ts';
import { deskBench } from './benches/desk.ts';
import { floorBench } from './benches/floor.ts';
import { helpdeskBench } from './benches/helpdesk.ts';
import { intakeBench } from './benches/intake.ts';
import { jobsBench } from './benches/jobs.ts';
import { liveBench } from './benches/live.ts';
import { refoldBench } from './benches/refold.ts';
import { restartBench } from './benches/restart.ts';
import { soakBench } from './benches/soak.ts';
import { webBench } from './benches/web.ts';
import { linesOf } from './lines-of.ts';

const BENCHES: readonly Bench[] = [
  commandsBench,
  jobsBench,
  intakeBench,
  liveBench,
  helpdeskBench,
  deskBench,
  restartBench,
  refoldBench,
  webBench,
  browsersBench,
  soakBench,
  floorBench,
];

interface Result {
  readonly bench: string;
  /** Others that wanted a processor meanwhile make any figure worse. */
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly figures: readonly Figure[];
}

/**
 * `npm run bench [-- NAME …] [--json FILE]`: runs the named benches, or all; tables on stderr, JSON on
 * stdout, and in the file.
 */
async function main(given: readonly string[]): Promise<number> {
  const { values, positionals: names } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: { json: { type: 'string' } },
  });
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = BENCHES.map((bench) => bench.name).join(', ');
    process.stderr.write(`there is no bench ${unknown}; there are ${known}\n`);
    return 2;
  }
  const chosen = BENCHES.filter(
    ({ name, isLong }) => names.includes(name) || (names.length === 0 && isLong !== true),
  );
  const results: Result[] = [];
  for (const bench of chosen) {
    const result = await runBench(bench);
    if (result !== undefined) results.push(result);
  }
  const json = `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`;
  process.stdout.write(json);
  if (values.json !== undefined) writeFileSync(values.json, json);
  return 0;
}

/** Runs one bench and shows its figures; undefined where it cannot be run here. */
async function runBench({ name, summary, obstacle, run }: Bench): Promise<Result | undefined> {
  process.stderr.write(`${name}: ${summary}\n`);
  const reason = obstacle?.();
  if (reason !== undefined) {
    process.stderr.write(`  skipped: ${reason}\n`);
    return undefined;
  }
  const [loadBefore = NaN] = loadavg();
  const figures = await run((progress) => process.stderr.write(`  … ${progress}\n`));
  const [loadAfter = NaN] = loadavg();
  for (const line of linesOf(figures)) process.stderr.write(`  ${line}\n`);
  return { bench: name, loadBefore, loadAfter, figures };
}

function machine(): object {
  const [processor] = cpus();
  return {
    node: process.version,
    processors: cpus().length,
    model: processor?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

process.exitCode = await main(process.argv.slice(2));
