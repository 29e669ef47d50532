#!/usr/bin/env node
// Runs main.ts on the Node that Rapport brings along, whatever Node the machine has: an older one
// cannot run TypeScript. Plain JavaScript for old Nodes, therefore, and without dependencies.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A server makes much that is forgotten in milliseconds. With a larger nursery less of it lives to be
// copied: three pairs of a large import took 0, 7 and 11 % less time.
const NURSERY = '--max-semi-space-size=64';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const bundledNode = findBundledNode();
if (bundledNode === undefined) {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  process.stderr.write(
    `rapport: the Node that Rapport runs on is missing. Run: cd ${root} && npm ci\n`,
  );
  process.exit(1);
}
run(bundledNode);

function findBundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const program = process.platform === 'win32' ? 'node.exe' : 'node';
    const path = join(dirname(manifest), 'bin', program);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function run(node) {
  const child = spawn(node, [NURSERY, main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    process.stderr.write(`rapport: cannot run ${node}: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}
