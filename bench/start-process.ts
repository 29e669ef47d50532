import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program that runs beside the bench until this is closed. */
export interface RunningProcess extends AsyncDisposable {
  readonly pid: number;
  /** The first line that it printed, or the first message that it sent, as JSON. */
  readonly firstLine: string;
}

/** Starts a program and resolves with its first line. @throws {Error} it ended without one. */
export async function startProcess(
  [program = '', ...given]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningProcess> {
  const child = spawn(program, given, {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const exited = once(child, 'exit');
  const { promise: said, resolve, reject } = Promise.withResolvers<string>();
  child.once('error', reject);
  child.once('message', (message) => resolve(JSON.stringify(message)));
  if (child.stdout !== null) createInterface(child.stdout).once('line', resolve);
  void exited.then(() => reject(new Error(`${program} ended at once: ${complaints}`)));
  const firstLine = await said;
  return {
    pid: child.pid ?? NaN,
    firstLine,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
