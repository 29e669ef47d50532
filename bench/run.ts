import { cpus, totalmem } from 'node:os';
import type { Bench, Figure } from './bench.ts';
import { commandsBench } from './benches/commands.ts';
import { coreBench } from './benches/core.ts';
import { intakeBench } from './benches/intake.ts';
import { refoldBench } from './benches/refold.ts';
import { restartBench } from './benches/restart.ts';
import { linesOf } from './lines-of.ts';

const BENCHES: readonly Bench[] = [
  commandsBench,
  coreBench,
  intakeBench,
  restartBench,
  refoldBench,
];

/** `npm run bench [-- NAME …]`: runs the named benches, or all; a table on stderr, JSON on stdout. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = BENCHES.map((bench) => bench.name).join(', ');
    process.stderr.write(`there is no bench ${unknown}; there are ${known}\n`);
    return 2;
  }
  const chosen = BENCHES.filter(({ name }) => names.length === 0 || names.includes(name));
  const results: { readonly bench: string; readonly figures: readonly Figure[] }[] = [];
  for (const { name, summary, run } of chosen) {
    process.stderr.write(`${name}: ${summary}\n`);
    const figures = await run((progress) => process.stderr.write(`  … ${progress}\n`));
    for (const line of linesOf(figures)) process.stderr.write(`  ${line}\n`);
    results.push({ bench: name, figures });
  }
  const [processor] = cpus();
  const machine = {
    node: process.version,
    processors: cpus().length,
    model: processor?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
