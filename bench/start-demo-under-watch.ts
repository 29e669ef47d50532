import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { freePort } from './free-port.ts';

/** A demo centre in a process of its own whose memory can be looked at. */
export interface DemoUnderWatch extends AsyncDisposable {
  readonly address: string;
  readonly pid: number;
  /** What is used on the heap of the server once its garbage is collected. */
  readonly heapBytes: () => Promise<number>;
  /** What it has complained of since it opened. */
  readonly complaints: () => readonly string[];
}

const MAIN = join(import.meta.dirname, '../scripts/start.ts');
const OPEN_MS_MAX = 240_000;

/** Starts `npm start` with a folder and a port of its own, and waits until it is open. */
export async function startDemoUnderWatch(speed: number): Promise<DemoUnderWatch> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'rapport-soak-')), (path) =>
    rm(path, { recursive: true, force: true }),
  );
  // Run by root, the database has an account of its own, which must get to its folder.
  await chmod(folder, 0o711);
  const port = await freePort();
  const given = ['--port', String(port), '--speed', String(speed)];
  const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', MAIN, ...given], {
    env: { PATH: process.env['PATH'], RAPPORT_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  stack.defer(async () => {
    child.kill('SIGTERM');
    await exited;
  });
  let said = '';
  const lines: string[] = [];
  const isOpen = (): boolean => said.includes('is open:');
  /** How much had been written by then. */
  let openedAfter: { readonly line: number; readonly letter: number } | undefined;
  const inspector = Promise.withResolvers<string>();
  const opened = Promise.withResolvers<undefined>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (!isOpen() || openedAfter !== undefined) return;
    openedAfter = { line: lines.length, letter: said.length };
    opened.resolve(undefined);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const address = /Debugger listening on (ws:\S+)/u.exec(text)?.[1];
    if (address !== undefined) inspector.resolve(address);
    lines.push(...text.split('\n').filter((line) => line !== '' && !isOfInspector(line)));
  });
  const late = setTimeout(() => opened.reject(new Error(`it did not open: ${said}`)), OPEN_MS_MAX);
  void exited.then(() => opened.reject(new Error(`it ended: ${said}${lines.join('\n')}`)));
  await opened.promise;
  clearTimeout(late);
  const socket = new WebSocket(await inspector.promise);
  await once(socket, 'open');
  stack.defer(() => socket.terminate());
  const owned = stack.move();
  return {
    address: `http://localhost:${port}`,
    pid: child.pid ?? NaN,
    heapBytes: () => heapBytes(socket),
    // What is written to the log goes to standard output.
    complaints: () => [
      ...lines.slice(openedAfter?.line),
      ...said.slice(openedAfter?.letter).split('\n').filter(isOfLog),
    ],
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function isOfInspector(line: string): boolean {
  return /Debugger|For help, see|Waiting for the debugger/u.test(line);
}

function isOfLog(line: string): boolean {
  return line.startsWith('{');
}

let asked = 0;

async function heapBytes(socket: WebSocket): Promise<number> {
  await ask(socket, 'HeapProfiler.collectGarbage');
  const { usedSize } = (await ask(socket, 'Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

/** Asks the inspector, and waits for its answer. */
function ask(socket: WebSocket, method: string): Promise<unknown> {
  const id = ++asked;
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const hear = (data: Buffer): void => {
    const answer = JSON.parse(data.toString()) as {
      readonly id?: number;
      readonly result?: unknown;
    };
    if (answer.id !== id) return;
    socket.off('message', hear);
    resolve(answer.result);
  };
  socket.on('message', hear);
  socket.send(JSON.stringify({ id, method }));
  return promise;
}
