import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { processEnvironment } from './process-environment.ts';

/** A real `rapport start`, as an operator runs it. */
export interface HttpProcess {
  readonly address: string;
  /** Where its first administrator is made, while it has none. */
  readonly setUpUrl: string | undefined;
  /** Sends it a signal, and tells how it ended and how long that took. */
  readonly endWith: (
    signal: NodeJS.Signals,
  ) => Promise<{ readonly code: number | null; readonly durationMs: number }>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** What it wrote to standard error. */
  readonly complaints: () => string;
}

const MAIN = join(import.meta.dirname, '../../cli/main.ts');

/** Starts it on any free port, for callers that ask as often as they like. */
export async function startHttpProcess(dataFolder: string): Promise<HttpProcess> {
  return await startRapport({
    RAPPORT_DATA: dataFolder,
    RAPPORT_PORT: '0',
    RAPPORT_RATE_LIMIT_ADDRESS: '0',
    RAPPORT_RATE_LIMIT_PRINCIPAL: '0',
  });
}

/** Starts it with these settings and resolves when it listens. */
export async function startRapport(
  settings: Readonly<Record<string, string>>,
): Promise<HttpProcess> {
  const child = spawn(process.execPath, [MAIN, 'start', '--json'], {
    env: { ...processEnvironment, RAPPORT_LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const exited = once(child, 'exit');
  const first = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  if (first.done === true) throw new Error(`the centre did not open: ${complaints}`);
  const { address, setUpUrl } = JSON.parse(first.value) as { address: string; setUpUrl?: string };
  return {
    address,
    setUpUrl,
    complaints: () => complaints,
    signal: (signal) => void child.kill(signal),
    async endWith(signal) {
      const startedAt = performance.now();
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return { code, durationMs: performance.now() - startedAt };
    },
  };
}
