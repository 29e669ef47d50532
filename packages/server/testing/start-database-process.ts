import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { processEnvironment } from './process-environment.ts';
import type { Account } from '../database/server-account.ts';

/** Another process of Rapport, holding the database open. */
export interface DatabaseProcess extends AsyncDisposable {
  readonly pid: number;
  /** What its statement returned. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Ends it gracefully. */
  readonly end: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

export interface DatabaseProcessOptions {
  /** RAPPORT_DATA as the process gets it; may be relative to `cwd`. */
  readonly dataFolder: string;
  readonly sql?: string;
  readonly cwd?: string;
  readonly account?: Account;
}

const SCRIPT = join(import.meta.dirname, 'database-process.ts');

/** Starts a process that opens the database and runs one statement; resolves when it has. */
export async function startDatabaseProcess({
  dataFolder,
  sql = 'select 1 as one',
  cwd = '/',
  account,
}: DatabaseProcessOptions): Promise<DatabaseProcess> {
  const child = spawn(process.execPath, [SCRIPT, sql], {
    cwd,
    env: { ...processEnvironment, RAPPORT_DATA: dataFolder },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...account,
  });
  const exited = once(child, 'exit');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error(`the process ended before it was ready: ${complaint}`);
  const { rows } = JSON.parse(first.value) as { rows: DatabaseProcess['rows'] };
  const finish = async (stop: () => void): Promise<void> => {
    stop();
    await exited;
  };
  const end = (): Promise<void> => finish(() => child.stdin.end());
  return {
    pid: child.pid ?? 0,
    rows,
    end,
    kill: () => finish(() => child.kill('SIGKILL')),
    [Symbol.asyncDispose]: end,
  };
}
