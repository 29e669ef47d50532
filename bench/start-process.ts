import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program that runs beside the bench until this is closed. */
export interface RunningProcess extends AsyncDisposable {
  readonly pid: number;
  /**
   * The first line that it prints, or the first message that it sends, as JSON. Rejects when it ends
   * before, with what it complained of.
   */
  readonly firstLine: Promise<string>;
}

/** Starts a program. Whether it is ready its first line says, or whoever tries it. */
export function startProcess(
  [program = '', ...given]: readonly string[],
  environment: Readonly<Record<string, string>>,
): RunningProcess {
  const child = spawn(program, given, {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const exited = once(child, 'exit');
  const { promise: firstLine, resolve, reject } = Promise.withResolvers<string>();
  child.once('error', reject);
  child.once('message', (message) => resolve(JSON.stringify(message)));
  if (child.stdout !== null) createInterface(child.stdout).once('line', resolve);
  void exited.then(() => reject(new Error(`${program} ended at once: ${complaints}`)));
  // Not everybody waits for it.
  firstLine.catch(() => undefined);
  return {
    pid: child.pid ?? NaN,
    firstLine,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
